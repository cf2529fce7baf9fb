package org.imprimatur.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TypedDrafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Templates of posts, each for the people of one team. They are renamed and retired,
 * never deleted. Nothing is approved by coming from a template.
 */
@Component
@Policy("AUTHORISED")
public class PostTemplates {

	/** The longest name, in characters. */
	public static final int LONGEST_NAME = 100;

	private static final Set<String> NOT_KEPT = Set.of("publishAt", "urgency", "urgencyReason", "decision",
			PostCopies.FIELD);

	private static final Set<String> OF_THE_START = Set.of("accounts", "kind", "title", "campaign");

	private static final TypeReference<Map<String, List<String>>> SHAPE = new TypeReference<>() {
	};

	private static final String SELECT = "select id, team, name, fields, made_by, made_at, retired_at from post_template";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Accounts accounts;

	private final PostDrafts drafts;

	private final MediaFiles media;

	private final Clock clock;

	PostTemplates(JdbcClient jdbc, ObjectMapper json, Accounts accounts, PostDrafts drafts, MediaFiles media,
			Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.accounts = accounts;
		this.drafts = drafts;
		this.media = media;
		this.clock = clock;
	}

	/** The teams with accounts that this person belongs to. */
	public Set<String> teamsOf(Person person) {
		return this.accounts.all()
			.stream()
			.map(Account::team)
			.filter((team) -> isOfTeam(team, person))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The templates in use that this person's teams keep, by name. */
	public List<PostTemplate> of(Person person) {
		Set<String> teams = teamsOf(person);
		return teams.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + " where retired_at is null and team in (:teams) order by name, id")
					.param("teams", teams)
					.query(this::read)
					.list();
	}

	/** One template, for the people of its team only. */
	public PostTemplate find(long id, Person person) {
		return this.jdbc.sql(SELECT + " where id = ?")
			.param(id)
			.query(this::read)
			.optional()
			.filter((template) -> isOfTeam(template.team(), person))
			.orElseThrow(() -> Refusal.notFound("There is no such template for you."));
	}

	/**
	 * What a post begins with that is begun from a template: its accounts only where the
	 * person may use them.
	 * @param from as in {@link PostTemplate#from()}
	 */
	public Optional<Fields> from(String from, Person person) {
		if (!from.matches("template-\\d{1,18}")) {
			return Optional.empty();
		}
		PostTemplate template = find(Long.parseLong(from.substring("template-".length())), person);
		if (template.retired() != null) {
			return Optional.empty();
		}
		List<String> before = template.fields().values("accounts");
		List<String> usable = before.stream()
			.filter((account) -> this.accounts.isAuthorised(person.login(), account))
			.toList();
		return Optional.of(PostTexts.withoutThose(template.fields(), before, usable).with("accounts", usable));
	}

	/**
	 * Keeps what was typed as a template of the account's team.
	 * @param typed with {@code templateName}, and {@code team} where no account says it
	 * @throws InvalidFields if the name is missing or taken, or the team is not the
	 * person's
	 */
	@Transactional
	public long save(Fields typed, Person person) {
		FieldCheck check = new FieldCheck(typed);
		String team = team(typed, person, check);
		String name = name(typed, team, 0, check);
		Fields kept = kept(typed, person);
		String fields = write(kept);
		if (fields.length() > TypedDrafts.LONGEST) {
			check.problem("templateName", "Shorten the texts: this is too long for a template.");
		}
		check.done();
		this.jdbc.sql("insert into post_template (team, name, fields, made_by, made_at) values (?, ?, ?, ?, ?)")
			.params(team, name, fields, person.login(), Timestamp.from(this.clock.instant()))
			.update();
		return this.jdbc.sql("select max(id) from post_template where team = ? and name = ? and retired_at is null")
			.params(team, name)
			.query(Long.class)
			.single();
	}

	/** Gives a template another name. */
	@Transactional
	public void rename(long id, Fields typed, Person person) {
		PostTemplate template = changeable(id, person);
		FieldCheck check = new FieldCheck(typed);
		String name = name(typed, template.team(), id, check);
		check.done();
		this.jdbc.sql("update post_template set name = ?, changed_by = ?, changed_at = ? where id = ?")
			.params(name, person.login(), Timestamp.from(this.clock.instant()), id)
			.update();
	}

	/** Takes a template out of use; it stays in the table. */
	@Transactional
	public void retire(long id, Person person) {
		changeable(id, person);
		this.jdbc.sql("update post_template set retired_by = ?, retired_at = ? where id = ?")
			.params(person.login(), Timestamp.from(this.clock.instant()), id)
			.update();
	}

	/** Whoever made it, and the approvers of its team, may change a template. */
	public boolean mayChange(PostTemplate template, Person person) {
		return template.madeBy().equals(person.login()) || person.isIn(template.team() + "-approvers");
	}

	private PostTemplate changeable(long id, Person person) {
		PostTemplate template = find(id, person);
		if (!mayChange(template, person)) {
			throw Refusal.forbidden("Only who made the template and the approvers of the team may change it.");
		}
		// one of two wins, the other is told
		this.jdbc.sql("select id from post_template where id = ? for update").param(id).query(Long.class).single();
		if (find(id, person).retired() != null) {
			throw Refusal.conflict("“" + template.name() + "” is no longer in use. Save a new template instead.");
		}
		return template;
	}

	private String team(Fields typed, Person person, FieldCheck check) {
		Set<String> teams = teamsOf(person);
		Set<String> chosen = new TreeSet<>();
		typed.values("accounts").forEach((id) -> this.accounts.find(id).map(Account::team).ifPresent(chosen::add));
		if (chosen.isEmpty() && !typed.value("team").isEmpty()) {
			chosen.add(typed.value("team"));
		}
		if (chosen.isEmpty() && teams.size() == 1) {
			chosen.addAll(teams);
		}
		if (chosen.size() != 1) {
			check.problem("templateName",
					"Choose the account first: the template is kept for the team of the account.");
			return "";
		}
		String team = chosen.iterator().next();
		if (!teams.contains(team)) {
			check.problem("templateName", "Choose an account of your own team: a template is kept for one team only.");
		}
		return team;
	}

	private String name(Fields typed, String team, long except, FieldCheck check) {
		String name = check.required("templateName", LONGEST_NAME, "the name", "Enter a name for the template.");
		if (name != null && this.jdbc
			.sql("select count(*) from post_template where team = ? and name = ? and retired_at is null and id <> ?")
			.params(team, name.replace("\u0000", ""), except)
			.query(Integer.class)
			.single() > 0) {
			check.problem("templateName", "Enter another name: the team has a template of this one.");
		}
		return name;
	}

	/** Only pictures that the person may see themselves are handed on. */
	private Fields kept(Fields typed, Person person) {
		Set<String> names = new TreeSet<>(this.drafts.fields());
		names.addAll(OF_THE_START);
		names.removeAll(NOT_KEPT);
		Fields kept = typed.only(names);
		List<String> files = new ArrayList<>();
		List<String> texts = new ArrayList<>();
		List<String> described = kept.inOrder("altText");
		List<String> all = kept.values("media");
		for (int at = 0; at < all.size(); at++) {
			if (this.media.find(all.get(at)).filter((file) -> this.media.maySee(file, person)).isPresent()) {
				files.add(all.get(at));
				texts.add((at < described.size()) ? described.get(at) : "");
			}
		}
		return kept.with("media", files).with("altText", texts);
	}

	private static boolean isOfTeam(String team, Person person) {
		return person.isIn(team) || person.isIn(team + "-approvers");
	}

	private PostTemplate read(ResultSet row, int number) throws SQLException {
		Timestamp retired = row.getTimestamp("retired_at");
		return new PostTemplate(row.getLong("id"), row.getString("team"), row.getString("name"),
				typed(row.getString("fields")), row.getString("made_by"), row.getTimestamp("made_at").toInstant(),
				(retired != null) ? retired.toInstant() : null);
	}

	private Fields typed(String fields) {
		try {
			return Fields.of(this.json.readValue(fields, SHAPE));
		}
		catch (JsonProcessingException ex) {
			return Fields.none();
		}
	}

	private String write(Fields fields) {
		try {
			return this.json.writeValueAsString(new LinkedHashMap<>(fields.asMap()));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("The template could not be kept", ex);
		}
	}

}

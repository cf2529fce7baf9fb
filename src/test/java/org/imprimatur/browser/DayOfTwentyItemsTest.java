package org.imprimatur.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day of twenty items of all kinds by five people, through the pages alone, each from
 * "My work" by links and buttons. Counted for each item and side: pages that a person
 * gets to see, confirmations among them, and clicks, a field that is typed into among
 * them. The side of the author is the longest way: who proposes also schedules and
 * publishes.
 */
@Policy("APPROVED")
@Tag("soak")
class DayOfTwentyItemsTest extends InTheBrowser {

	private static final double MOST_FOR_A_LIKE = 2;

	private static final double MOST_FOR_A_FULL_POST = 4;

	private final Map<String, Map<String, double[]>> cost = new LinkedHashMap<>();

	private final List<String> titles = new ArrayList<>();

	@Test
	void nobodyTurnsManyPages() {
		Busy author = new Busy(person("author", "/"));
		Busy author2 = new Busy(person("author2", "/"));
		Busy objects = new Busy(person("objects", "/"));
		Busy approver = new Busy(person("approver", "/"));
		Busy both = new Busy(person("approver2", "/"));

		propose(author, "like", 7, () -> author.field("Address of what you share, like or reply to")
			.fill("https://anybody.example/post/" + author.clicks()));
		propose(author2, "reply", 4, () -> {
			author2.field("Address of what you share, like or reply to").fill("https://anybody.example/r");
			author2.field("Text of the post").fill("Thank you for writing, the " + author2.clicks() + "th time.");
		});
		propose(author, "share", 4, () -> {
			author.field("Address of what you share, like or reply to")
				.fill("https://news.partner.example.org/2026/" + author.clicks());
			author.field("Text of the post").fill("Our partner was there, " + author.clicks());
			author.field("What the source says now").fill("The hearing has been put off.");
			author.field("Goal of the strategy").selectOption("VICTORIES");
		});
		propose(author, "full post", 3, () -> author.field("Text of the post").fill("Full post " + author.clicks()));
		propose(author2, "story", 1, () -> author2.field("Text of the post").fill("Story " + author2.clicks()));
		propose(author2, "breaking", 1, () -> {
			author2.field("Text of the post").fill("The court has ruled.");
			author2.field("Breaking news").check();
			author2.field("Why can it not wait?").fill("The ruling came this minute.");
		});
		assertThat(this.titles).hasSize(20);

		checkSmallOnes(both);
		one(both, "breaking", "Check and sign off", "checks", () -> {
			both.choose("ALIGNED");
			both.field("Which object does it serve?").selectOption("human-rights-research");
			both.tickAll("confirmations");
			both.choose("APPROVED");
		});
		for (String kind : List.of("full post", "full post", "full post", "story")) {
			one(objects, kind, "Check the charity", "checks", () -> {
				objects.choose("ALIGNED");
				objects.choose("human-rights-research");
			});
			one(approver, kind, "Sign off", "signs", () -> {
				approver.tickAll("confirmations");
				approver.choose("APPROVED");
			});
		}
		release(author);
		release(approver);
		this.titles.stream().map(this::reference).filter(this::waitsForItsSlot).forEach(this::slotComes);
		release(author);
		inOneTable();
		assertThat(this.titles.stream().map(this::reference).filter((one) -> !isOut(one)).toList())
			.as("not out at the end of the day")
			.isEmpty();
	}

	private void propose(Busy person, String kind, int many, Runnable rest) {
		double[] before = person.mark();
		boolean small = List.of("like", "reply", "share").contains(kind);
		person.follow("Imprimatur");
		person.pages--;
		person.clicks--;
		person.follow(small ? kind : "Propose a post");
		for (int i = 1; i <= many; i++) {
			String title = kind + " " + i + " of the day";
			this.titles.add(title);
			if (i == 1) {
				person.field("Main X account (X)").check();
				if (!small) {
					person.field(kind.equals("story") ? "Story" : "Original post").check();
				}
			}
			rest.run();
			person.field("Our policy").check();
			person.field("Which policy or research?").fill("Position on free expression");
			// so that this test finds its items again, without opening what nobody opens
			person.visitor.page().locator("#title").evaluate("(field, title) => field.value = title", title);
			person.press((i < many) ? "Submit, then propose the next" : "Submit for checking");
			assertThat(person.mistakes()).as(title).isEmpty();
		}
		spend(kind, "proposes", person, before, many);
	}

	/** One task after another, from the list of work and back to it. */
	private void one(Busy person, String kind, String task, String side, Runnable work) {
		double[] before = person.mark();
		person.follow("My work");
		Locator row = person.visitor.page()
			.getByRole(AriaRole.ROW)
			.filter(new Locator.FilterOptions().setHasText(kind + " "))
			.filter(new Locator.FilterOptions().setHasText(task));
		person.click(row.getByRole(AriaRole.LINK).first());
		work.run();
		person.click(person.visitor.page().locator("main form[data-autosave] button[type=submit]").last());
		spend(kind, side, person, before, 1);
	}

	private void checkSmallOnes(Busy person) {
		double[] before = person.mark();
		person.follow("Likes, replies and shares");
		List<Locator> items = person.items();
		assertThat(items).hasSize(15);
		List<String> kinds = new ArrayList<>();
		for (Locator item : items) {
			double clicks = person.clicks;
			person.check(item.locator("input[value=ALIGNED]"));
			person.clicks++;
			item.locator("select").selectOption("human-rights-research");
			item.locator("input[name$='.confirmations']").all().forEach(person::check);
			person.check(item.locator("input[value=APPROVED]"));
			kinds.add(kind(item));
			share(kinds.get(kinds.size() - 1), "checks", 0, person.clicks - clicks, 1);
		}
		double rest = person.clicks;
		person.press("Record what I decided");
		inTurn(person, "checks", before, rest, kinds);
	}

	/** Everything that can be scheduled or published now, in one go. */
	private void release(Busy person) {
		double[] before = person.mark();
		person.follow("Schedule and publish");
		List<Locator> items = person.items();
		assertThat(items).isNotEmpty();
		List<String> kinds = new ArrayList<>();
		for (Locator item : items) {
			double clicks = person.clicks;
			String kind = kind(item);
			if (item.locator("input[value=SCHEDULE]").count() > 0) {
				person.check(item.locator("input[value=SCHEDULE]"));
				person.clicks++;
				item.locator("input[name$='.publishAt']").fill(soon().toString());
			}
			else {
				if (kind.equals("share")) {
					person.check(item.locator("input[name$='.sourceStillSays']"));
				}
				person.check(item.locator("input[value=POSTED]"));
				if (!kind.equals("like")) {
					person.clicks++;
					item.locator("input[name$='.postedUrl']").fill("https://x.example/1");
				}
			}
			kinds.add(kind);
			share(kind, "releases", 0, person.clicks - clicks, 0);
		}
		double rest = person.clicks;
		person.press("Record what I chose");
		assertThat(person.mistakes()).isEmpty();
		inTurn(person, "releases", before, rest, kinds);
	}

	private void inTurn(Busy person, String side, double[] before, double rest, List<String> kinds) {
		double pages = (person.pages - before[0]) / kinds.size();
		kinds.forEach((kind) -> share(kind, side, pages, (person.clicks - rest + 1) / kinds.size(), 0));
	}

	private static String kind(Locator item) {
		return item.locator("h3").innerText().replaceAll(" \\d+ of the day.*", "").strip();
	}

	private void spend(String kind, String side, Busy person, double[] before, int items) {
		share(kind, side, person.pages - before[0], person.clicks - before[1], items);
	}

	private void share(String kind, String side, double pages, double clicks, int items) {
		var sides = this.cost.computeIfAbsent(kind, (one) -> new LinkedHashMap<>());
		double[] sum = sides.computeIfAbsent(side, (one) -> new double[3]);
		sum[0] += pages;
		sum[1] += clicks;
		sum[2] += items;
	}

	private void inOneTable() {
		this.cost.forEach((kind, sides) -> {
			double items = sides.get("proposes")[2];
			double most = List.of("like", "reply", "share").contains(kind) ? MOST_FOR_A_LIKE : MOST_FOR_A_FULL_POST;
			StringBuilder line = new StringBuilder("%-10s %2.0f items;".formatted(kind, items));
			double[] author = new double[2];
			sides.forEach((side, sum) -> {
				line.append(" %s %.1f pages %.1f clicks;".formatted(side, sum[0] / items, sum[1] / items));
				assertThat(sum[0] / items).as(kind + ", who " + side).isLessThanOrEqualTo(most);
				if (side.equals("proposes") || side.equals("releases")) {
					author[0] += sum[0] / items;
					author[1] += sum[1] / items;
				}
			});
			line.append(" the author in all %.1f pages %.1f clicks".formatted(author[0], author[1]));
			System.out.println(line);
			assertThat(author[0]).as(kind + ", proposed and released by one person").isLessThanOrEqualTo(most);
		});
	}

}

package org.imprimatur.posts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostCorrection.Task;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that was noticed about what is out, with what was decided and done. Rows are
 * only ever added.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class Corrections {

	private final JdbcAggregateTemplate rows;

	private final JdbcClient jdbc;

	private final Posts posts;

	Corrections(JdbcAggregateTemplate rows, JdbcClient jdbc, Posts posts) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.posts = posts;
	}

	public Optional<Correction> find(String caseId) {
		return Optional.ofNullable(this.rows.findById(caseId, Correction.class));
	}

	Optional<Correction> byStartKey(String startKey) {
		return this.rows.findOne(Query.query(Criteria.where("startKey").is(startKey)), Correction.class);
	}

	/** All that were begun about this item, the oldest first. */
	public List<Correction> of(String reference) {
		return this.rows.findAll(Query.query(Criteria.where("reference").is(reference)).sort(Sort.by("startedAt")),
				Correction.class);
	}

	/** The latest that this person registered, the newest first, at most 500. */
	List<Correction> registeredBy(String login) {
		return this.rows.findAll(
				Query.query(Criteria.where("startedBy").is(login).and("origin").is(CorrectionOrigin.UNAPPROVED.name()))
					.sort(Sort.by("startedAt").descending())
					.limit(500),
				Correction.class);
	}

	/** What was found and decided, the oldest first. */
	public List<CorrectionJudgement> judgements(String caseId) {
		return this.rows.findAll(Query.query(Criteria.where("caseId").is(caseId)).sort(Sort.by("id")),
				CorrectionJudgement.class);
	}

	/** The latest judgement made at this task. */
	public Optional<CorrectionJudgement> judgement(String caseId, Task task) {
		return judgements(caseId).stream()
			.filter((one) -> one.task().equals(task.id()))
			.reduce((first, second) -> second);
	}

	public Optional<CorrectionDone> done(String caseId) {
		return this.rows
			.findAll(Query.query(Criteria.where("caseId").is(caseId)).sort(Sort.by("id")), CorrectionDone.class)
			.stream()
			.reduce((first, second) -> second);
	}

	public Optional<CorrectionEnding> ending(String caseId) {
		return Optional.ofNullable(this.rows.findById(caseId, CorrectionEnding.class));
	}

	/** The files attached to it, in their order. */
	List<String> files(String caseId) {
		return this.rows
			.findAll(Query.query(Criteria.where("caseId").is(caseId)).sort(Sort.by("id")), CorrectionMedia.class)
			.stream()
			.map(CorrectionMedia::file)
			.toList();
	}

	/** All to which this file was attached. */
	List<Correction> withFile(String file) {
		return this.rows.findAll(Query.query(Criteria.where("file").is(file)), CorrectionMedia.class)
			.stream()
			.flatMap((one) -> find(one.caseId()).stream())
			.toList();
	}

	/** The one that is open about this post on this account. */
	Optional<Correction> openOn(String post, String account) {
		return of(post).stream()
			.filter((one) -> one.account().equals(account) && ending(one.caseId()).isEmpty())
			.findFirst();
	}

	/** The one that is open about this address. */
	Optional<Correction> openAt(String account, String address) {
		return this.rows
			.findAll(Query.query(Criteria.where("account").is(account).and("address").is(address)), Correction.class)
			.stream()
			.filter((one) -> ending(one.caseId()).isEmpty())
			.findFirst();
	}

	/** Account id to the latest record that the post is out there. */
	Map<String, PostRelease> out(String post) {
		Map<String, PostRelease> out = new LinkedHashMap<>();
		this.posts.releases(post)
			.stream()
			.filter((one) -> one.decision() == Released.POSTED || one.decision() == Released.POSTED_WITH_DIFFERENCE)
			.forEach((one) -> out.put(one.account(), one));
		// what was removed is out no longer
		of(post).stream()
			.filter((one) -> done(one.caseId()).filter((done) -> done.done() == CorrectionOutcome.REMOVED).isPresent())
			.forEach((one) -> out.remove(one.account()));
		return out;
	}

	/** Holds everybody else off this item until the transaction ends. */
	void lock(String reference) {
		this.posts.lock(reference);
		this.jdbc.sql("select case_id from correction where reference = ? for update")
			.param(reference)
			.query(String.class)
			.list();
	}

	<T> T add(T row) {
		return this.rows.insert(row);
	}

}

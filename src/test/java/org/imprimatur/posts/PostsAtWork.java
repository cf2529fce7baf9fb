package org.imprimatur.posts;

import org.imprimatur.EngineTest;
import org.imprimatur.accounts.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The people of the demo, on Tuesday, 24 November 2026, 10am in London: engine, rules,
 * database and guards are the real ones.
 */
@EngineTest
abstract class PostsAtWork {

	@Autowired
	ApplicationContext context;

	Stage stage;

	Actor author;

	Actor author2;

	Actor approver;

	/** Signs, and checks the objects; never both for one post. */
	Actor approver2;

	Actor objectsReviewer;

	Actor objectsReviewer2;

	Actor headOfCommunications;

	Actor news;

	Actor administrator;

	@BeforeEach
	void curtain() {
		this.stage = new Stage(this.context);
		this.stage.itIs("2026-11-24T10:00");
		this.author = this.stage.actor("author");
		this.author2 = this.stage.actor("author2");
		this.approver = this.stage.actor("approver");
		this.approver2 = this.stage.actor("approver2");
		this.objectsReviewer = this.stage.actor("objects");
		this.objectsReviewer2 = this.stage.actor("objects2");
		this.headOfCommunications = this.stage.actor("hoc");
		this.news = this.stage.actor("news");
		this.administrator = this.stage.actor("admin");
	}

	@AfterEach
	void clear() {
		this.stage.clear();
	}

	static Actor given(Actor actor) {
		return actor;
	}

	/** A post that is checked and signed, and has no slot yet. */
	OnePost approved(Draft draft) {
		OnePost post = this.author.submits(draft);
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post);
		return post;
	}

	/** A post that is checked and signed, and waits for 3pm. */
	OnePost scheduled(Draft draft) {
		OnePost post = approved(draft);
		this.author.schedules(post, "2026-11-24T15:00");
		return post;
	}

	/** A post whose slot has come. */
	OnePost atItsSlot(Draft draft) {
		OnePost post = scheduled(draft);
		post.timer("slot-arrived").fires();
		return post;
	}

	/**
	 * A post that waited for 3pm until everything was frozen; the freeze is lifted again.
	 */
	OnePost frozen(Draft draft) {
		OnePost post = scheduled(draft);
		this.headOfCommunications.lifts(this.headOfCommunications.freezesEverything());
		return post;
	}

	/** A post that waits in X's own queue for 3pm. */
	OnePost queued(Draft draft) {
		OnePost post = scheduled(draft);
		this.author2.asksForTheQueue(post).queues(post, Draft.JOINT_ACCOUNT, "2026-11-24T15:00");
		return post;
	}

	/** A post that is at this task for the first time. */
	OnePost waitingAt(PostApproval.Task task) {
		return switch (task) {
			case DRAFT_POST -> this.author.drafts(Draft.aPost());
			case CHECK_CHARITY_OBJECTS -> this.author.submits(Draft.aPost());
			case SIGN_OFF_POST -> {
				OnePost post = this.author.submits(Draft.aPost());
				this.objectsReviewer.findsAligned(post);
				yield post;
			}
			case CONFIRM_AFTER_FREEZE -> frozen(Draft.aPost());
			case SCHEDULE_POST -> approved(Draft.aPost());
			case CHECK_AND_SIGN_OFF -> this.author.submits(Draft.aLike());
			case PUBLISH_POST -> atItsSlot(Draft.aPost());
			case TAKE_OUT_OF_QUEUE -> {
				OnePost post = queued(Draft.aPost());
				this.author.takesBack(post);
				yield post;
			}
			case REVIEW_URGENT_POST -> {
				OnePost post = this.author.submits(Draft.aPost().breaking());
				this.approver2.approvesBoth(post);
				this.author.publishes(post);
				yield post;
			}
		};
	}

	/** Another owner in the register, told to every open post. */
	void ownerBecomes(String account, Owner owner) {
		this.stage.accounts.changeOwner(account, owner, "The register was wrong.", "dem");
	}

}

package org.imprimatur.browser;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Every page of ours, with and without mistakes: accessible by WCAG 2.2 AA as far as axe
 * can tell, without sideways scrolling on a phone, with nothing to complain of in the
 * console.
 */
class PagesTest extends InTheBrowser {

	@Test
	void theSignInLooksRight() {
		Visitor stranger = visitor().open("/login");
		stranger.looksRight("sign in");
		stranger.press("Sign in");
		assertThat(stranger.page().locator("[data-error-summary]")).isFocused();
		stranger.looksRight("sign in with a mistake");
	}

	@Test
	void thePagesOfAnAuthorLookRight() {
		Visitor author = person("author", "/");
		author.looksRight("my work");
		author.open("/start/post-approval?kind=LIKE").looksRight("propose a like");
		assertThat(author.field("Text of the post")).isHidden();
		author.field("Reply").check();
		assertThat(author.field("Text of the post")).isVisible();
		author.open("/start/post-approval").looksRight("propose a post");
		author.press("Submit for checking");
		author.looksRight("propose a post with mistakes");
		author.field("Main X account (X)").check();
		author.field("Share").check();
		author.field("Reasoned argument").check();
		author.field("It gives a number").check();
		author.page().locator("details:has(#urgency) > summary").click();
		author.field("Breaking news").check();
		author.press("Submit for checking");
		assertThat(author.page().locator("[data-error-summary]")).isVisible();
		author.looksRight("propose a share with mistakes");
		String draft = proposed(Map.of("accounts", "main-x", "kind", "ORIGINAL", "title", "A draft to look at"));
		author.open("/tasks/" + task(draft)).looksRight("draft");
		author.press("Record the decision");
		author.looksRight("draft with mistakes");
		author.open("/items/" + draft).looksRight("item that is a draft");
		author.open("/nowhere").looksRight("nothing there");
		author.open("/tasks/none").looksRight("no such task");
		String post = submitted("A post to look at", "W".repeat(280));
		author.open("/items/" + post + "/recall").looksRight("may not");
		author.open("/items/" + post + "/move-slot").looksRight("too early");
		author.open("/tasks/" + task(post)).looksRight("task of somebody else");
	}

	@Test
	void thePagesOfAPostOnItsWayLookRight() {
		String post = submitted("A post on its way", "Text that goes out.\n" + "long".repeat(60));
		Visitor objects = person("objects", "/tasks/" + task(post));
		look(objects, "objects check", "Record the assessment");
		isAligned(post);
		Visitor approver = person("approver", "/tasks/" + task(post));
		look(approver, "sign-off", "Record the decision");
		approver.field("Rejected").check();
		approver.press("Record the decision");
		approver.looksRight("sign-off without its reason");
		isApproved(post);
		Visitor channel = person("author2", "/tasks/" + task(post));
		look(channel, "schedule", "Record the decision");
		channel.open("/release").looksRight("schedule and publish");
		channel.press("Record what I chose");
		channel.looksRight("schedule and publish, nothing chosen");
		does("author2", post, Map.of("decision", "SCHEDULE", "publishAt", soon().toString()));
		channel.open("/items/" + post).looksRight("item that waits for its slot");
		for (String act : List.of("change", "move-slot", "withdraw")) {
			channel.open("/items/" + post + "/" + act).looksRight(act);
			channel.page().locator("main form button").click();
			assertThat(channel.page().locator("[data-error-summary]")).isFocused();
			channel.looksRight(act + " without a reason");
		}
		slotComes(post);
		String published = "/tasks/" + task(post);
		channel.open(published);
		look(channel, "publish", "Record the release");
		channel.field("Posted as approved").check();
		channel.field("Address of the post on the platform").fill("https://x.example/1");
		channel.press("Record the release");
		assertThat(channel.heading("Publish the post on Main X account: done")).isVisible();
		channel.looksRight("done");
		channel.open(published).looksRight("done already");
		channel.open("/items/" + post).looksRight("item that is out");
	}

	@Test
	void thePagesOfAFreezeLookRight() {
		String post = submitted("A post that is held back", "Text that may have to wait.");
		isAligned(post);
		isApproved(post);
		Visitor head = person("hoc", "/freezes");
		look(head, "freezes", "Freeze it now");
		head.field("One account").check();
		head.field("Which account?").selectOption("main-x");
		head.field("Reason").fill("Somebody is in danger.\n" + "long".repeat(80));
		head.press("Freeze it now");
		assertThat(head.page().getByText("A post that is held back")).isVisible();
		head.looksRight("a freeze in force");
		Visitor approver = person("approver", "/tasks/" + task(post));
		look(approver, "confirm after the freeze", "Record the decision");
		approver.open("/items/" + post).looksRight("item that is frozen");
		head.page().getByText("Lift this freeze").first().click();
		look(head, "lift the freeze", "Lift the freeze");
		head.field("Reason").fill("She is safe.");
		head.press("Lift the freeze");
		assertThat(head.page().getByText("Nothing is frozen.")).isVisible();
		head.looksRight("a freeze lifted");
		look(head.open("/absence"), "away, for others", "Enter the absence");
		approver.open("/absence").looksRight("away");
	}

	@Test
	void thePagesOfTheRegisterLookRight() {
		Visitor keeper = person("dem", "/accounts");
		keeper.looksRight("accounts");
		keeper.open("/accounts/main-x").looksRight("account");
		keeper.open("/accounts/new");
		look(keeper, "new account", "Add the account");
		keeper.open("/accounts/main-x/change").field("Handle").fill("@" + "long".repeat(25));
		look(keeper, "change of an account", "Change the facts");
		assertThat(keeper.field("Handle")).hasValue("@" + "long".repeat(25));
		keeper.open("/accounts/main-x/bio-check");
		look(keeper, "look at a profile", "Record the look");
		keeper.open("/accounts/main-x/authorise");
		look(keeper, "authorisation", "Authorise this person");
		keeper.open("/accounts/main-x/end-authorisation");
		look(keeper, "end of an authorisation", "End this authorisation");
		keeper.open("/accounts/training");
		look(keeper, "training", "Record the training");
		person("author", "/accounts/main-x/change").looksRight("may not change an account");
	}

	@Test
	void nothingIsPreselectedOnADecision() {
		String post = submitted("Nothing chosen yet", "A post that nobody has judged.");
		Page page = person("objects", "/tasks/" + task(post)).page();
		assertThat(page.locator("main input:checked")).hasCount(0);
	}

	private static void look(Visitor visitor, String where, String button) {
		visitor.looksRight(where);
		visitor.press(button);
		assertThat(visitor.page().locator("[data-error-summary]")).isFocused();
		assertThat(visitor.page()).hasTitle(java.util.regex.Pattern.compile("^Error: .*"));
		visitor.looksRight(where + " with mistakes");
	}

}

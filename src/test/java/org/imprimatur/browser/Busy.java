package org.imprimatur.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A person whose pages and clicks are counted. */
final class Busy {

	final Visitor visitor;

	double pages;

	double clicks;

	Busy(Visitor visitor) {
		this.visitor = visitor;
		// fifteen decisions in one go take a while on a busy machine
		visitor.page().setDefaultTimeout(60_000);
		visitor.page().onFrameNavigated((frame) -> {
			if (frame.parentFrame() == null) {
				this.pages++;
			}
		});
	}

	double[] mark() {
		return new double[] { this.pages, this.clicks };
	}

	int clicks() {
		return (int) this.clicks;
	}

	/** The field, which costs a click. */
	Locator field(String label) {
		this.clicks++;
		return this.visitor.field(label);
	}

	List<String> mistakes() {
		return this.visitor.page().locator("[data-error-summary]").allInnerTexts();
	}

	List<Locator> items() {
		return this.visitor.page().locator("article.imp-light").all();
	}

	void choose(String value) {
		check(this.visitor.page().locator("main input[value='" + value + "']"));
	}

	void tickAll(String name) {
		this.visitor.page().locator("main input[name='" + name + "']").all().forEach(this::check);
	}

	void check(Locator box) {
		this.clicks++;
		box.check();
	}

	void click(Locator place) {
		this.clicks++;
		place.click();
		this.visitor.page().waitForLoadState();
	}

	void press(String button) {
		this.clicks++;
		this.visitor.press(button);
		this.visitor.page().waitForLoadState();
	}

	void follow(String link) {
		click(this.visitor.page()
			.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
			.first());
	}

}

package org.imprimatur.accounts.web;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountRegister;
import org.imprimatur.accounts.AccountViews;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The register of accounts, as everybody who has signed in may read it. */
@Controller
@RequestMapping("/accounts")
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED", "ONE-LOGIN" })
class AccountPages {

	private final AccountViews views;

	private final AccountRegister register;

	private final People people;

	AccountPages(AccountViews views, AccountRegister register, People people) {
		this.views = views;
		this.register = register;
		this.people = people;
	}

	@GetMapping
	Object list(HttpServletRequest request) {
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(Map.of("accounts", this.views.list()));
		}
		ModelAndView page = new ModelAndView("accounts");
		page.addObject("accounts", this.views.list());
		page.addObject("keeper", this.register.mayChange(this.people.acting()));
		page.addObject("here", "accounts");
		return page;
	}

	@GetMapping("/{id}")
	Object show(@PathVariable String id, HttpServletRequest request) {
		Account account = this.views.account(id);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(account));
		}
		ModelAndView page = new ModelAndView("account");
		page.addObject("account", account);
		page.addObject("exception", account.ownerReason() != null);
		page.addObject("team", this.views.team(account));
		page.addObject("channelManager", this.views.channelManager(account));
		page.addObject("looked", this.views.looked(id));
		page.addObject("warnings", this.views.warnings(account));
		page.addObject("authorised", this.views.authorised(id));
		page.addObject("history", this.views.history(id));
		page.addObject("keeper", this.register.mayChange(this.people.acting()));
		page.addObject("here", "accounts");
		return page;
	}

	private Map<String, Object> json(Account account) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("account", account);
		answer.put("looked", this.views.looked(account.id()));
		answer.put("warnings", this.views.warnings(account));
		answer.put("authorised", this.views.authorised(account.id()));
		answer.put("history", this.views.history(account.id()));
		return answer;
	}

}

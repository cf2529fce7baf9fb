package org.imprimatur.security.web;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.guards.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever goes wrong on a page of ours: view {@code error} for a person, problem details
 * for a program, never a stack trace. Something unforeseen gets a reference number that
 * stands in the log as well. Handlers of a feature's own come first.
 */
@ControllerAdvice
@Controller
@Order(Ordered.LOWEST_PRECEDENCE)
class Errors implements ErrorController {

	private static final Pattern ITEM = Pattern.compile("/items/[A-Z]+-[0-9]{4}-[0-9]+");

	private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

	private final Refusals refusals;

	Errors(Refusals refusals) {
		this.refusals = refusals;
	}

	@ExceptionHandler
	Object any(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
			// the sign-in answers these
			throw thrown;
		}
		if (thrown instanceof Refusal && request.getUserPrincipal() != null) {
			this.refusals.record(request.getUserPrincipal().getName(), request.getMethod() + " page",
					request.getRequestURI(), thrown);
		}
		Answer answer = answer(thrown);
		return render(request, response, answer, thrown);
	}

	@RequestMapping("/error")
	Object error(HttpServletRequest request, HttpServletResponse response) {
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) ? code : 404;
		Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Answer answer = (thrown instanceof Throwable failure && status >= 500) ? answer(failure)
				: new Answer(status, sentence(status));
		return render(request, response, answer, null);
	}

	/**
	 * The item that the sentence or the address is about: a task that is done leads
	 * nowhere.
	 */
	private static String goOn(String sentence, String address) {
		Matcher item = ITEM.matcher(sentence + " " + address);
		return item.find() ? item.group() : KeptFields.pageOf(address);
	}

	private Answer answer(Throwable thrown) {
		for (Throwable cause = thrown; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return new Answer(refusal.kind().status(), refusal.getMessage());
			}
			if (cause instanceof InvalidFields fields) {
				return new Answer(422, fields.getMessage());
			}
			if (cause instanceof OptimisticLockingException || cause instanceof OptimisticLockingFailureException
					|| cause instanceof PessimisticLockingFailureException) {
				return new Answer(409, Failure.AT_ONCE);
			}
			if (cause instanceof SuspendedEntityInteractionException) {
				return new Answer(409, Failure.SUSPENDED);
			}
			if (Failure.isRefusedExpression(cause)) {
				LOG.warn("The model of a case asks for what it may not use", thrown);
				return new Answer(409,
						"This cannot go on: the version of the process it runs on asks for something that "
								+ "is not there or that it may not use. Nothing was changed. Tell an administrator.");
			}
			if (cause instanceof AuthorizationException) {
				return new Answer(403, sentence(403));
			}
			if (Failure.isDatabaseFull(cause)) {
				LOG.error("The database has no room to write", thrown);
				return new Answer(503, Failure.DATABASE_FULL);
			}
			if (Failure.isDatabaseGone(cause)) {
				LOG.error("The database does not answer", thrown);
				return new Answer(503, sentence(503));
			}
			if (cause instanceof MaxUploadSizeExceededException) {
				return new Answer(413, sentence(413));
			}
			if (cause instanceof InvalidMimeTypeException || cause instanceof InvalidMediaTypeException) {
				return new Answer(415, sentence(415));
			}
			if (cause instanceof MultipartException) {
				return new Answer(400, sentence(400));
			}
		}
		if (thrown instanceof ErrorResponse response) {
			return new Answer(response.getStatusCode().value(), sentence(response.getStatusCode().value()));
		}
		String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
		LOG.error("Error {}", reference, thrown);
		return new Answer(500, "Something went wrong here, and nothing was changed. If it happens again, tell an "
				+ "administrator this number: " + reference + ".");
	}

	private static Object render(HttpServletRequest request, HttpServletResponse response, Answer answer,
			Throwable thrown) {
		response.setStatus(answer.status());
		if (Problems.wantsJson(request)) {
			ProblemDetail problem = Problems.detail(answer.status(), answer.sentence());
			if (thrown instanceof InvalidFields fields) {
				problem.setProperty("fields", fields.messages());
			}
			return ResponseEntity.status(answer.status()).body(problem);
		}
		ModelAndView page = new ModelAndView("error");
		page.setStatus(org.springframework.http.HttpStatusCode.valueOf(answer.status()));
		page.addObject("status", answer.status());
		// the page has a link there
		page.addObject("message", answer.sentence().replaceAll(" See " + ITEM + " for [^.]*[.]", ""));
		Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		page.addObject("address",
				goOn(answer.sentence(), (address != null) ? address.toString() : request.getRequestURI()));
		if (answer.status() == 503) {
			page.addObject("again", SentAgain.of(request, address));
		}
		page.addObject("me", request.getAttribute("imprimatur.person"));
		return page;
	}

	private static String sentence(int status) {
		return switch (status) {
			case 400 -> "This request cannot be read. Go back and try again.";
			case 403 -> "You may not see or do this. If you need it for your work, ask an administrator.";
			case 404 -> "There is nothing at this address, or nothing for you. Check the address.";
			case 405 -> "This cannot be done at this address.";
			case 406, 415 -> "This is not offered in that format.";
			case 413 -> "This is too large: at most 1 MB, or 60 MB with files.";
			case 503 -> Failure.DATABASE_GONE;
			default -> (status < 500) ? "This request cannot be answered."
					: "Something went wrong here. Try again in a few minutes.";
		};
	}

	private record Answer(int status, String sentence) {
	}

}

package org.imprimatur.history.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.history.Exports;
import org.imprimatur.history.Found;
import org.imprimatur.history.ItemStory;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whether a case file or a pack that somebody holds is exactly one that was made here,
 * for whom and when. The file itself is read once and not kept.
 */
@Controller
@RequestMapping("/history/check-file")
@Policy({ "APPROVED", "ONE-LOGIN" })
class CheckFilePage {

	private static final Pattern ITEM = Pattern.compile("[A-Z]+-\\d+-\\d+");

	/** What people call each sort of file that is made whole. */
	private static final Map<String, String> KINDS = Map.of("case-file", "case file", "board-pack", "Board pack",
			"incident-pack", "serious-incident pack");

	private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

	private final Exports exports;

	private final ItemStory story;

	private final Found found;

	private final People people;

	CheckFilePage(Exports exports, ItemStory story, Found found, People people) {
		this.exports = exports;
		this.story = story;
		this.found = found;
		this.people = people;
	}

	@GetMapping
	ModelAndView ask() {
		this.found.mustBeFor(this.people.acting());
		return page(Fields.none());
	}

	@PostMapping
	Object check(@RequestParam(defaultValue = "") String sha256, @RequestParam(required = false) MultipartFile file,
			HttpServletRequest request) throws IOException {
		Person person = this.people.acting();
		this.found.mustBeFor(person);
		ModelAndView page = page(Fields.none().with("sha256", sha256));
		try {
			String digits = digits(sha256, file);
			List<String> answer = answer(digits, person);
			if (Sent.wantsJson(request)) {
				Map<String, Object> json = new LinkedHashMap<>();
				json.put("sha256", digits);
				json.put("made", answer);
				return ResponseEntity.ok(json);
			}
			page.addObject("digits", digits);
			page.addObject("answer", answer);
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		}
		return page;
	}

	private static ModelAndView page(Fields fields) {
		ModelAndView page = new ModelAndView("check-file");
		page.addObject("here", "/history");
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

	private static String digits(String typed, MultipartFile file) throws IOException {
		if (file != null && !file.isEmpty()) {
			return digest(file);
		}
		String digits = typed.strip().toLowerCase(Locale.ROOT);
		if (digits.isEmpty()) {
			throw new InvalidFields("file", "Choose the file, or enter its SHA-256.");
		}
		if (!DIGITS.matcher(digits).matches()) {
			throw new InvalidFields("sha256", "Enter all 64 digits of the SHA-256: 0 to 9 and a to f.");
		}
		return digits;
	}

	private static String digest(MultipartFile file) throws IOException {
		try (InputStream content = file.getInputStream();
				DigestInputStream read = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
			read.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(read.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256.", ex);
		}
	}

	/**
	 * A sentence for each time it was made; which item, only to whoever may read that.
	 */
	private List<String> answer(String digits, Person person) {
		return this.exports.of(digits)
			.stream()
			.map((one) -> "Imprimatur made exactly this file" + what(one, person) + " for "
					+ this.people.nameOf(one.person()) + " on " + LondonTime.dateTime(one.at())
					+ ". The ledger ended at " + one.head() + ".")
			.toList();
	}

	/** What it is, if that may be said; what stands after a colon is for the record. */
	private String what(Exports.Taken taken, Person person) {
		String about = taken.about().split(":")[0];
		boolean item = ITEM.matcher(about).matches();
		return (item && !this.story.isFor(about, person)) ? "" : ", the "
				+ KINDS.getOrDefault(taken.form(), taken.form()) + " of " + (item ? "" : "the ") + about + ",";
	}

}

package org.imprimatur.models.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.ModelText;
import org.imprimatur.models.ModelTexts;
import org.imprimatur.security.People;
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
 * Tries a model in the browser: answers are chosen, the clock is moved, and the page
 * shows what would happen. All that was done so far travels in the page.
 */
@Controller
@RequestMapping(TryPage.PAGE)
@Policy("APPROVED")
class TryPage {

	static final String PAGE = "/models/try";

	/** Before the name of a fact that is answered. */
	private static final String ANSWER = "answer-";

	private static final int MOST = 20;

	private final Trials trials;

	private final Candidates candidates;

	private final ModelTexts texts;

	private final People people;

	private final ObjectMapper json;

	private final Clock clock;

	TryPage(Trials trials, Candidates candidates, ModelTexts texts, People people, ObjectMapper json, Clock clock) {
		this.trials = trials;
		this.candidates = candidates;
		this.texts = texts;
		this.people = people;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * @param model key of a process of the application; empty to choose files
	 */
	@GetMapping
	Object form(@RequestParam(defaultValue = "") String model, @RequestParam(defaultValue = "") String version,
			HttpServletRequest request) {
		ModelReaders.mustInclude(this.people.acting());
		if (model.isEmpty()) {
			return page(Map.of());
		}
		ModelText text = this.texts.find(model, version);
		return show(Map.of(text.file().path(), text.file().content()), text.file().isProcess() ? model : "", now(),
				List.of(), "", request);
	}

	/**
	 * @param files the files to begin with
	 * @param packed the same, as the page carries them
	 * @param act what to do now: a move, {@code BACK}, {@code AGAIN} or nothing
	 */
	@PostMapping
	Object go(@RequestParam(name = "file", required = false) List<MultipartFile> files,
			@RequestParam(name = "files", defaultValue = "") String packed,
			@RequestParam(defaultValue = "") String process, @RequestParam(defaultValue = "") String start,
			@RequestParam(name = "move", required = false) List<String> made,
			@RequestParam(defaultValue = "") String act, HttpServletRequest request) {
		ModelReaders.mustInclude(this.people.acting());
		Map<String, byte[]> sent = new TreeMap<>();
		List<Move> moves = new ArrayList<>();
		Instant from;
		try {
			sent.putAll(FilesInPage.read(packed));
			from = start.isEmpty() ? now() : Instant.parse(start);
			for (String move : (made != null) ? made : List.<String>of()) {
				moves.add(Move.of(move));
			}
			if (act.equals("BACK") && !moves.isEmpty()) {
				moves.remove(moves.size() - 1);
			}
			else if (act.equals("AGAIN")) {
				moves.clear();
			}
			else if (!act.isEmpty() && !act.equals("BACK")) {
				moves.add(new Move(Move.of(act).kind(), Move.of(act).target(), answers(request)));
			}
		}
		catch (RuntimeException ex) {
			throw new Refusal(Refusal.Kind.UNUSABLE, "This step cannot be read. Start again at " + PAGE + ".");
		}
		if (files != null) {
			files.stream().filter((file) -> !file.isEmpty()).forEach((file) -> sent.put(name(file), content(file)));
		}
		if (sent.isEmpty() || sent.size() > MOST) {
			String message = sent.isEmpty() ? "Choose the files to try: a process (.bpmn), and tables (.dmn)."
					: "Try at most " + MOST + " files at once.";
			if (Sent.wantsJson(request)) {
				throw new InvalidFields(Map.of("file", message));
			}
			return unusable(Map.of("file", message));
		}
		return show(sent, process, from, moves, packed, request);
	}

	private Object show(Map<String, byte[]> sent, String wanted, Instant start, List<Move> moves, String packed,
			HttpServletRequest request) {
		Map<String, String> among = this.candidates.among(sent);
		String process = (!wanted.isEmpty() || among.isEmpty()) ? wanted : among.keySet().iterator().next();
		Trial trial;
		String carried;
		try {
			carried = packed.isEmpty() ? FilesInPage.write(sent) : packed;
			if (carried.isEmpty()) {
				throw new IllegalArgumentException("These files are too large. Choose only those you changed.");
			}
			trial = this.trials.run(new Trials.Plan(sent, process, start, moves));
		}
		catch (IllegalArgumentException ex) {
			return unusable(Map.of("file", ex.getMessage()));
		}
		catch (Refusal ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			return unusable(Map.of("file", ex.getMessage()));
		}
		List<String> made = moves.stream().limit(trial.story().size()).map(Move::text).toList();
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("process", process);
			answer.put("start", start);
			answer.put("moves", made);
			answer.put("files", carried);
			answer.put("case", trial);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = page(trial.problem().isEmpty() ? Map.of() : Map.of("", trial.problem()));
		page.addObject("trial", trial);
		page.addObject("packed", carried);
		page.addObject("process", process);
		page.addObject("name", among.getOrDefault(process, process));
		page.addObject("processes", among);
		page.addObject("start", start.toString());
		page.addObject("made", made);
		page.addObject("xml", this.candidates.text(sent, process));
		page.addObject("names", sent.keySet());
		page.addObject("drawn", drawn(trial));
		// a move that cannot be made yet keeps its answers
		boolean refused = made.size() < moves.size();
		Move last = refused ? moves.get(made.size()) : null;
		page.addObject("answeredAt", refused ? last.kind().name() + " " + last.target() : "");
		page.addObject("answers", refused ? last.facts() : Map.of());
		return page;
	}

	private ModelAndView page(Map<String, String> errors) {
		ModelAndView page = new ModelAndView("models-try");
		page.addObject("here", "/models");
		page.addObject("errors", errors);
		return page;
	}

	private ModelAndView unusable(Map<String, String> errors) {
		ModelAndView page = page(errors);
		page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		return page;
	}

	private String drawn(Trial trial) {
		try {
			return this.json.writeValueAsString(Map.of("here", trial.here(), "passed", trial.passed()));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("What is drawn could not be written as JSON.", ex);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
	}

	private static Map<String, String> answers(HttpServletRequest request) {
		Map<String, String> answers = new TreeMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(ANSWER)) {
				answers.put(name.substring(ANSWER.length()), String.join(",", values));
			}
		});
		return answers;
	}

	private static String name(MultipartFile file) {
		String name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
		return name.substring(name.lastIndexOf('/') + 1);
	}

	private static byte[] content(MultipartFile file) {
		try {
			return file.getBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file could not be read.", ex);
		}
	}

}

package org.imprimatur.tasks.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What Tasklist embeds for every task and start form: a frame with our own page. Nothing
 * that people typed is in it, since Tasklist would compile it.
 */
@Controller
class TasklistShell {

	@GetMapping("/forms/{feature}/{task}")
	String task(@PathVariable String feature, @PathVariable String task, @RequestParam(defaultValue = "") String taskId,
			Model model) {
		boolean starts = "start".equals(feature);
		String name = name(starts ? task : taskId);
		model.addAttribute("address", (starts ? "/start/" : "/tasks/") + name + "?framed=true");
		model.addAttribute("path", starts ? "/start/" + name : "/tasks/");
		return "shell";
	}

	private static String name(String name) {
		return name.matches("[A-Za-z0-9-]{1,64}") ? name : "";
	}

}

package org.imprimatur.history.web;

import org.imprimatur.history.HeatMaps;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The diagrams that the numbers are drawn on. */
@Controller
@Policy({ "APPROVED", "ONE-LOGIN" })
class HeatMapModels {

	private final HeatMaps maps;

	private final People people;

	HeatMapModels(HeatMaps maps, People people) {
		this.maps = maps;
		this.people = people;
	}

	@GetMapping("/numbers/models/{key}.bpmn")
	ResponseEntity<byte[]> show(@PathVariable String key) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_XML)
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(this.maps.model(key, this.people.acting()));
	}

}

package org.imprimatur.models;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the Camunda Modeler finds the pages of the engine: it asks at this well-known
 * address, without signing in, and links to what it deployed or started.
 */
@RestController
class ModelerLinks {

	@GetMapping("/.well-known/camunda-automation-platform/webapps")
	ResponseEntity<Map<String, String>> pages() {
		Map<String, String> pages = new TreeMap<>();
		for (String page : new String[] { "admin", "cockpit", "tasklist" }) {
			pages.put(page + "Url",
					ServletUriComponentsBuilder.fromCurrentContextPath().path("/camunda/app/" + page).toUriString());
		}
		// the address depends on the name that the server was called by
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pages);
	}

}

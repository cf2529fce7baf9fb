package org.imprimatur.posts;

import org.imprimatur.media.MediaUse;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file of a template in use is shown to the people of its team. */
@Component
class TemplateFiles implements MediaUse {

	private final JdbcClient jdbc;

	TemplateFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean maySee(String file, Person person) {
		return this.jdbc.sql("select distinct team from post_template where retired_at is null and fields like ?")
			.param("%\"" + file + "\"%")
			.query(String.class)
			.list()
			.stream()
			.anyMatch((team) -> person.isIn(team) || person.isIn(team + "-approvers"));
	}

}

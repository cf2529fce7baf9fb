package org.imprimatur.posts;

import org.imprimatur.media.MediaUse;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file of a post is shown to who may read the post. */
@Component
class PostFiles implements MediaUse {

	private final JdbcClient jdbc;

	private final PostAccess access;

	PostFiles(JdbcClient jdbc, PostAccess access) {
		this.jdbc = jdbc;
		this.access = access;
	}

	@Override
	public boolean maySee(String file, Person person) {
		return this.jdbc.sql("select distinct reference from post_media where file = ?")
			.param(file)
			.query(String.class)
			.list()
			.stream()
			.anyMatch((reference) -> this.access.maySee(reference, person));
	}

}

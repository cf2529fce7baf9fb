package org.imprimatur.models.check;

import java.util.Collection;
import java.util.List;

import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Promises;
import org.imprimatur.models.PolicyTexts;
import org.imprimatur.security.NamesInModels;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This application as the models meet it. */
@Component
class Application implements Surroundings {

	private final List<ProcessFace> faces;

	private final List<Promises> promises;

	private final PolicyTexts policy;

	private final NamesInModels names;

	private final ResourceLoader resources;

	private final JdbcClient jdbc;

	private final String location;

	Application(List<ProcessFace> faces, List<Promises> promises, PolicyTexts policy, NamesInModels names,
			ResourceLoader resources, JdbcClient jdbc, @Value("${imprimatur.location:classpath:/}") String location) {
		this.faces = faces;
		this.promises = promises;
		this.policy = policy;
		this.names = names;
		this.resources = resources;
		this.jdbc = jdbc;
		this.location = location;
	}

	@Override
	public Collection<? extends ProcessFace> faces() {
		return this.faces;
	}

	@Override
	public Collection<? extends Promises> promises() {
		return this.promises;
	}

	@Override
	public boolean hasForm(String path) {
		return Elements.PATH.matcher(path).matches() && this.resources.getResource(this.location + path).exists();
	}

	@Override
	public boolean hasClause(String id) {
		return this.policy.find(id).isPresent();
	}

	@Override
	public boolean hasBean(String name) {
		return this.names.allows(name);
	}

	@Override
	public boolean hasGroup(String id) {
		return this.jdbc.sql("select count(*) from act_id_group where id_ = ?")
			.param(id)
			.query(Integer.class)
			.single() > 0;
	}

}

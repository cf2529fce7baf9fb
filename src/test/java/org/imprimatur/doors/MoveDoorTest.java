package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Caller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "ONE-LOGIN", "APPROVED" })
@DisplayName("A case is moved to another version on the page of its process only, where it goes on record")
class MoveDoorTest extends AtTheDoor {

	@ParameterizedTest
	@ValueSource(strings = { "author", "approver", "modeller", "manager", "admin" })
	@DisplayName("the engine's own ways refuse everybody, administrators too, and leave it as it is")
	void engine(String login) {
		String post = postAt("sign-off-post");
		String version = this.jdbc
			.sql("select proc_def_id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
			.param(post)
			.query(String.class)
			.single();
		String plan = "{\"sourceProcessDefinitionId\":\"" + version + "\",\"targetProcessDefinitionId\":\"" + version
				+ "\",\"instructions\":[{\"sourceActivityIds\":[\"sign-off-post\"],"
				+ "\"targetActivityIds\":[\"sign-off-post\"]}]}";
		String move = "{\"migrationPlan\":" + plan + ",\"processInstanceIds\":[\"" + caseOf(post)
				+ "\"],\"skipCustomListeners\":true}";
		String before = everything(post);
		String house = house();
		for (String path : new String[] { "/migration/execute", "/migration/executeAsync" }) {
			for (HttpResponse<String> answer : List.of(rest(login, "POST", path, move),
					tasklist(login, "POST", path, move))) {
				assertThat(answer.statusCode()).as(login + path + answer.body()).isEqualTo(403);
				assertThat(everything(post)).as(path).isEqualTo(before);
			}
		}
		assertThat(house().replaceAll("act_hi_op_log\\s*\\{[^}]*}", ""))
			.isEqualTo(house.replaceAll("act_hi_op_log\\s*\\{[^}]*}", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "author", "modeller", "manager" })
	@DisplayName("the page moves nothing for anybody else either")
	void page(String login) {
		String post = postAt("sign-off-post");
		String before = everything(post);
		assertThat(form(login, "/models/post-approval/cases", "fromVersion=1&toVersion=2&reason=Mine&").statusCode())
			.isEqualTo(403);
		assertThat(new Caller(this.port)
			.json("POST", "/models/post-approval/cases",
					"{\"fromVersion\":\"1\",\"toVersion\":\"2\",\"reason\":\"Mine\"}")
			.statusCode()).isIn(401, 403);
		assertThat(everything(post)).isEqualTo(before);
	}

}

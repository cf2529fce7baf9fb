package org.imprimatur.models;

import java.util.ArrayList;
import java.util.List;

/**
 * A process in words, in the order of flow, as somebody would read it out.
 *
 * @param roles who takes part
 * @param steps numbered, parts with steps of their own inside
 */
public record Outline(List<Role> roles, List<Step> steps) {

	/**
	 * A lane.
	 *
	 * @param documentation who they are and how they are found, with the policy's id
	 */
	public record Role(String name, String documentation) {
	}

	/**
	 * One element that has something to say.
	 *
	 * @param number such as "4", or "4.2" inside a part
	 * @param sort what sort of thing it is, such as "Step of a person"
	 * @param role the lane; may be empty
	 * @param says who does it, until when, and what else there is to know
	 * @param leadsTo the key of another process or decision that it follows or asks;
	 * empty if none
	 * @param ways where it goes on
	 * @param documentation as written, with the policy's id; may be empty
	 */
	public record Step(String number, String element, String label, String sort, String role, List<String> says,
			String leadsTo, List<Way> ways, String documentation, List<Step> inside) {
	}

	/**
	 * One way on.
	 *
	 * @param when the answer or condition; empty if it is the only way
	 * @param to the element it leads to
	 * @param words such as "back to step 3, Draft the post"
	 */
	public record Way(String when, String to, String words) {
	}

	/** Every step, those inside parts after their part. */
	public List<Step> all() {
		List<Step> all = new ArrayList<>();
		this.steps.forEach((one) -> add(one, all));
		return all;
	}

	private static void add(Step step, List<Step> all) {
		all.add(step);
		step.inside().forEach((one) -> add(one, all));
	}

}

package org.imprimatur.models.check;

import java.util.Collection;

import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Promises;

/** What stands around the models that are checked: the code, the forms, the people. */
public interface Surroundings {

	/** What Java knows of each process. */
	Collection<? extends ProcessFace> faces();

	/** What each process keeps, however it is drawn. */
	Collection<? extends Promises> promises();

	/** Whether there is a form, such as {@code forms/posts/sign-off-post.html}. */
	boolean hasForm(String path);

	/** Whether the policy has an obligation of this id, such as {@code OBJECTS}. */
	boolean hasClause(String id);

	/** Whether a model may name this bean. */
	boolean hasBean(String name);

	/** Whether there is a group of this id. */
	boolean hasGroup(String id);

}

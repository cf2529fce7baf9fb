package org.imprimatur.security;

/** The beans that a model may name: steps of features, and what is marked for models. */
public interface NamesInModels {

	/** Whether an expression of a model reaches the bean of this name. */
	boolean allows(String name);

}

package org.imprimatur.kernel;

/** The id of one element of a model, as the constant of an enum in a process face. */
public interface ModelName {

	/** The element's id in the model: kebab case, never renamed once released. */
	String id();

	/** The same name in camel case, as variables and beans spell it. */
	default String camel() {
		StringBuilder camel = new StringBuilder();
		for (String word : id().split("-")) {
			camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return camel.toString();
	}

}

package org.imprimatur.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean whose methods an expression in a model may call, such as
 * {@code ${deadlines.of(execution, 'sign-off-post')}}. Nothing else of the application
 * can be reached from a model.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UsableInModels {

}

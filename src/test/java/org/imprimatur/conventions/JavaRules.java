package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.imprimatur.kernel.ProcessFace;

/** Where the engine may be used, and how classes and packages are called. */
final class JavaRules {

	private static final Set<String> ENGINE_PACKAGES = Set.of("kernel", "models", "tasks", "history", "security",
			"deadlines", "operating");

	private static final List<String> EMPTY_WORDS = List.of("Service", "Manager", "Helper", "Impl");

	private static final Set<String> EMPTY_FOLDERS = Set.of("util", "utils", "common", "impl", "config", "service",
			"services");

	private JavaRules() {
	}

	/**
	 * The engine is used in few places, so that a move to a maintained fork stays cheap:
	 * in the packages made for it and in a feature's steps and its one outgoing class,
	 * which is called after the face: {@code PostApproval}, {@code PostApprovals}.
	 * @param base the package that holds the features
	 */
	static List<String> engine(JavaClasses classes, String base) {
		Set<String> outgoing = faces(classes).stream()
			.map((face) -> face.getName() + "s")
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> findings = new TreeSet<>();
		for (JavaClass type : classes) {
			String inside = type.getPackageName().substring(Math.min(base.length(), type.getPackageName().length()));
			List<String> folders = List.of(inside.split("\\."));
			if (folders.size() > 1 && (ENGINE_PACKAGES.contains(folders.get(1)) || folders.contains("steps"))) {
				continue;
			}
			if (outgoing.stream()
				.anyMatch((name) -> type.getName().equals(name) || type.getName().startsWith(name + "$"))) {
				continue;
			}
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				if (dependency.getTargetClass().getName().startsWith("org.camunda.")) {
					findings.add(type.getName() + " uses the engine (" + dependency.getTargetClass().getName()
							+ "); only steps and the outgoing class of a feature do");
				}
			}
		}
		return new ArrayList<>(findings);
	}

	/** Everybody depends on the kernel, so it keeps to the engine's public interfaces. */
	static List<String> kernel(JavaClasses classes, String base) {
		Set<String> findings = new TreeSet<>();
		for (JavaClass type : classes) {
			if (!type.getPackageName().startsWith(base + ".kernel")) {
				continue;
			}
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				String target = dependency.getTargetClass().getName();
				if (target.startsWith("org.camunda.") && target.contains(".impl.")) {
					findings.add(type.getName() + " uses " + target + ", which is not public");
				}
			}
		}
		return new ArrayList<>(findings);
	}

	/** A class is called after what it is, a folder after what the organisation does. */
	static List<String> names(JavaClasses classes, String base) {
		Set<String> findings = new TreeSet<>();
		for (JavaClass type : classes) {
			for (String word : EMPTY_WORDS) {
				if (type.getSimpleName().endsWith(word)) {
					findings.add(type.getName() + " ends in " + word + "; say what it is");
				}
			}
			String inside = type.getPackageName().substring(Math.min(base.length(), type.getPackageName().length()));
			for (String folder : inside.split("\\.")) {
				if (EMPTY_FOLDERS.contains(folder)) {
					findings.add(type.getName() + " stands in a package called " + folder
							+ "; put it into the feature it belongs to");
				}
			}
		}
		return new ArrayList<>(findings);
	}

	static List<JavaClass> faces(JavaClasses classes) {
		return classes.stream()
			.filter((type) -> type.isAssignableTo(ProcessFace.class))
			.filter((type) -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.sorted((left, right) -> left.getName().compareTo(right.getName()))
			.toList();
	}

}

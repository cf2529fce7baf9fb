package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.imprimatur.models.Comparison.Change;
import org.imprimatur.models.Comparison.Detail;
import org.imprimatur.models.Comparison.Kind;
import org.imprimatur.models.ModelParts.Part;

/**
 * Compares two versions of a process, element by element: ids say which is which, since a
 * released id is never renamed. Every setting counts, also one without a name here.
 */
final class ProcessComparison {

	/** What people call each setting, by where it stands; looked up from the end. */
	private static final Map<String, String> NAMES = new LinkedHashMap<>();

	static {
		NAMES.put("@name", "Label");
		NAMES.put("sort", "Sort");
		NAMES.put("role", "Role");
		NAMES.put("within", "Part it stands in");
		NAMES.put("documentation", "Documentation");
		NAMES.put("@assignee", "Person");
		NAMES.put("@candidateUsers", "People it is offered to");
		NAMES.put("@candidateGroups", "Groups it is offered to");
		NAMES.put("@dueDate", "Due");
		NAMES.put("@followUpDate", "Follow-up");
		NAMES.put("@priority", "Priority");
		NAMES.put("@formKey", "Form");
		NAMES.put("conditionExpression", "Condition");
		NAMES.put("@sourceRef", "Leads from");
		NAMES.put("@targetRef", "Leads to");
		NAMES.put("@default", "Way if no condition holds");
		NAMES.put("@attachedToRef", "Stands on");
		NAMES.put("@cancelActivity", "Stops the step");
		NAMES.put("@isInterrupting", "Stops everything else");
		NAMES.put("timerEventDefinition/timeDate", "Timer");
		NAMES.put("timerEventDefinition/timeDuration", "Timer (duration)");
		NAMES.put("timerEventDefinition/timeCycle", "Timer (again and again)");
		NAMES.put("messageEventDefinition@messageRef", "Message");
		NAMES.put("signalEventDefinition@signalRef", "Signal");
		NAMES.put("errorEventDefinition@errorRef", "Error");
		NAMES.put("escalationEventDefinition@escalationRef", "Escalation");
		NAMES.put("@delegateExpression", "What runs");
		NAMES.put("@decisionRef", "Decision");
		NAMES.put("@decisionRefBinding", "Version of the decision");
		NAMES.put("@calledElement", "Procedure that is followed");
		NAMES.put("@calledElementBinding", "Version of that procedure");
		NAMES.put("multiInstanceLoopCharacteristics@collection", "Once for each of");
		NAMES.put("@asyncBefore", "Saved before it");
		NAMES.put("@asyncAfter", "Saved after it");
		NAMES.put("@versionTag", "Name of the version");
		NAMES.put("@historyTimeToLive", "Kept for");
		NAMES.put("@isExecutable", "Can be run");
	}

	private final ModelParts before;

	private final ModelParts after;

	private ProcessComparison(ModelParts before, ModelParts after) {
		this.before = before;
		this.after = after;
	}

	static Comparison between(byte[] before, byte[] after) {
		return new ProcessComparison(parts(before), parts(after)).compare();
	}

	private Comparison compare() {
		Map<String, Part> old = this.before.all();
		Map<String, Part> now = this.after.all();
		List<Change> added = new ArrayList<>();
		List<Change> changed = new ArrayList<>();
		List<Change> moved = new ArrayList<>();
		now.forEach((id, part) -> {
			Part was = old.get(id);
			if (was == null) {
				added.add(change(part, Kind.ADDED, details(Map.of(), part.settings())));
				return;
			}
			List<Detail> details = details(was.settings(), part.settings());
			if (!details.isEmpty()) {
				changed.add(change(part, Kind.CHANGED, details));
			}
			else if (!was.place().equals(part.place())) {
				moved.add(change(part, Kind.MOVED, List.of()));
			}
		});
		List<Change> all = new ArrayList<>(added);
		old.values()
			.stream()
			.filter((part) -> !now.containsKey(part.id()))
			.forEach((part) -> all.add(change(part, Kind.REMOVED, details(part.settings(), Map.of()))));
		all.addAll(changed);
		all.addAll(moved);
		return new Comparison(all);
	}

	private static ModelParts parts(byte[] file) {
		return ModelParts.of(Bpmn.readModelFromStream(new ByteArrayInputStream(file)));
	}

	private static Change change(Part part, Kind kind, List<Detail> details) {
		return new Change(part.id(), part.label(), part.sort(), kind, details);
	}

	private List<Detail> details(Map<String, String> before, Map<String, String> after) {
		TreeSet<String> paths = new TreeSet<>(before.keySet());
		paths.addAll(after.keySet());
		boolean whole = before.isEmpty() || after.isEmpty();
		List<Detail> known = new ArrayList<>();
		List<Detail> others = new ArrayList<>();
		NAMES.keySet()
			.stream()
			.filter(paths::remove)
			// what the heading says already
			.filter((path) -> !whole || !(path.equals("sort") || path.equals("@name")))
			.forEach((path) -> add(known, path, before, after));
		paths.forEach((path) -> add(others, path, before, after));
		known.addAll(others);
		return known;
	}

	private void add(List<Detail> details, String path, Map<String, String> before, Map<String, String> after) {
		String was = before.getOrDefault(path, "");
		String is = after.getOrDefault(path, "");
		if (!was.equals(is)) {
			details.add(new Detail(NAMES.getOrDefault(path, name(path)), this.before.shown(path, was),
					this.after.shown(path, is)));
		}
	}

	/** Of a setting that stands deeper or has no name here. */
	private static String name(String path) {
		String name = path.replace("extensionElements/", "")
			.replaceAll("inputOutput/outputParameter\\[(.*?)]", "Keeps “$1”")
			.replaceAll("inputOutput/inputParameter\\[(.*?)]", "Is told “$1”")
			.replaceAll("taskListener\\[timeout]/timerEventDefinition/time\\w+", "Reminder at")
			.replaceAll("taskListener\\[timeout]@delegateExpression", "Reminder")
			.replaceAll("taskListener\\[timeout]@id", "Id of the reminder");
		return name.startsWith("Keeps") || name.startsWith("Is told") ? name.replace("@name", " (name)")
				: name.equals(path) ? "Setting “" + path + "”" : name;
	}

}

package org.imprimatur.history;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.imprimatur.kernel.CaseEnded;
import org.imprimatur.kernel.ItemChanged;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;

/**
 * Which items the transaction at hand has changed: by a row of the record or by a move of
 * the case. Just before it commits, each of them is written to the index once, whatever
 * happened to it how often.
 */
@Component
class Touched {

	private final ObjectProvider<ItemIndex> index;

	private final Map<Class<?>, Optional<RecordComponent>> references = new ConcurrentHashMap<>();

	Touched(ObjectProvider<ItemIndex> index) {
		this.index = index;
	}

	/**
	 * The item of this reference has changed.
	 * @param reference null for a case without an item
	 */
	void note(String reference) {
		if (reference == null) {
			return;
		}
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.index.getObject().write(List.of(reference));
			return;
		}
		@SuppressWarnings("unchecked")
		Set<String> noted = (Set<String>) TransactionSynchronizationManager.getResource(this);
		if (noted == null) {
			noted = new TreeSet<>();
			TransactionSynchronizationManager.bindResource(this, noted);
			TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(noted));
		}
		noted.add(reference);
	}

	@EventListener
	void saved(AfterSaveEvent<?> event) {
		this.references.computeIfAbsent(event.getEntity().getClass(), Touched::reference)
			.ifPresent((component) -> note(
					(String) ReflectionUtils.invokeMethod(component.getAccessor(), event.getEntity())));
	}

	@EventListener
	void changed(ItemChanged event) {
		note(event.reference());
	}

	@EventListener
	void ended(CaseEnded event) {
		note(event.reference());
	}

	private static Optional<RecordComponent> reference(Class<?> row) {
		if (!row.isRecord()) {
			return Optional.empty();
		}
		Optional<RecordComponent> found = List.of(row.getRecordComponents())
			.stream()
			.filter((component) -> component.getName().equals("reference") && component.getType() == String.class)
			.findFirst();
		found.ifPresent((component) -> ReflectionUtils.makeAccessible(component.getAccessor()));
		return found;
	}

	private final class AtTheEnd implements TransactionSynchronization {

		private final Set<String> noted;

		AtTheEnd(Set<String> noted) {
			this.noted = noted;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(Touched.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(Touched.this, this.noted);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			Touched.this.index.getObject().write(List.copyOf(this.noted));
		}

		@Override
		public void beforeCompletion() {
			TransactionSynchronizationManager.unbindResourceIfPossible(Touched.this);
		}

	}

}

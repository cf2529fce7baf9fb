package org.imprimatur.accounts;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.CannotStart;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Outside the demo: takes the Charity's objects from the settings, and refuses to start
 * while the demo's made-up ones are in place.
 */
@Component
@Policy("OBJECTS")
@ConditionalOnProperty(name = "imprimatur.demo", havingValue = "false")
class CharityObjectsAtStart implements SmartInitializingSingleton {

	private final Accounts accounts;

	private final CharityObjectSettings settings;

	CharityObjectsAtStart(Accounts accounts, CharityObjectSettings settings) {
		this.accounts = accounts;
		this.settings = settings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> demo = this.accounts.objects()
			.stream()
			.filter(CharityObject::demo)
			.map(CharityObject::id)
			.toList();
		if (!demo.isEmpty()) {
			throw new CannotStart("Imprimatur does not start without the demo while the demo's made-up charity objects "
					+ "are in place: " + String.join(", ", demo)
					+ ". Use another database, and give the Charity's own objects by the settings "
					+ "imprimatur.charity-objects[0].id and imprimatur.charity-objects[0].text.");
		}
		for (CharityObjectSettings.Entry entry : this.settings.charityObjects()) {
			if (this.accounts.object(entry.id()).isEmpty()) {
				this.accounts.add(new CharityObject(entry.id(), entry.text(), false));
			}
		}
	}

}

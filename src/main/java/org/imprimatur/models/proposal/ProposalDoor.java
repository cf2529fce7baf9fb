package org.imprimatur.models.proposal;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.check.SecondPerson;
import org.imprimatur.models.proposal.Proposal.Answer;
import org.imprimatur.models.proposal.Proposal.File;
import org.imprimatur.models.proposal.Proposal.Said;
import org.imprimatur.security.Settings;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what a person deploys if a second one has to release it. The demo needs nobody
 * and says so; {@code imprimatur.models.second-person} decides otherwise.
 */
@Component
@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
public class ProposalDoor implements SecondPerson {

	/** How many may wait of one person. */
	private static final int MOST = 20;

	private final ProposedChanges changes;

	private final ProposalRows rows;

	private final Proposals proposals;

	private final Environment environment;

	private final Settings settings;

	private final TransactionTemplate apart;

	private final Clock clock;

	ProposalDoor(ProposedChanges changes, ProposalRows rows, Proposals proposals, Environment environment,
			Settings settings, PlatformTransactionManager transactions, Clock clock) {
		this.changes = changes;
		this.rows = rows;
		this.proposals = proposals;
		this.environment = environment;
		this.settings = settings;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/** Whether a second person has to release changes that count. */
	public boolean isClosed() {
		return this.environment.getProperty("imprimatur.models.second-person", Boolean.class, !this.settings.demo());
	}

	@Override
	public void ask(Deployed deployment) {
		List<ModelFile> models = files(deployment, true);
		List<ProposedChange> changed = this.changes.of(models);
		Set<String> groups = ProposedChanges.groups(changed);
		if (groups.isEmpty()) {
			return;
		}
		List<File> kept = Proposals.kept(models, files(deployment, false), changed)
			.stream()
			.map((one) -> new File(one, this.changes.live(one)))
			.toList();
		if (!isClosed()) {
			long id = this.rows.add(deployment, groups, kept, this.clock.instant());
			this.rows.answer(id, new Answer(Said.BY_ITSELF, null, null, null, deployment.id(), this.clock.instant()));
			return;
		}
		// the deployment itself is rolled back
		long id = this.apart.execute((status) -> keep(deployment, groups, kept));
		throw Refusal.conflict("Not live yet: kept as proposal " + id + ". " + upper(this.proposals.names(groups))
				+ ((groups.size() == 1) ? " has" : " have") + " to release it at /models/proposals/" + id
				+ ". You need not deploy it again.");
	}

	/** What is sent twice is kept once. */
	private long keep(Deployed deployment, Set<String> groups, List<File> files) {
		List<Proposal> waiting = this.rows.open()
			.stream()
			.filter((one) -> one.askedBy().equals(deployment.person()))
			.toList();
		return waiting.stream()
			.filter((one) -> names(one.files()).equals(names(files)))
			.map(Proposal::id)
			.findFirst()
			.orElseGet(() -> {
				if (waiting.size() >= MOST) {
					throw Refusal.conflict("Nothing was deployed: " + MOST + " proposals of yours wait already. "
							+ "Take some back at /models/proposals.");
				}
				return this.rows.add(deployment, groups, files, this.clock.instant());
			});
	}

	private static List<String> names(List<File> files) {
		return files.stream()
			.map((one) -> one.file().path() + " " + one.file().digest() + " " + one.replaces())
			.toList();
	}

	private static List<ModelFile> files(Deployed deployment, boolean models) {
		return deployment.files()
			.entrySet()
			.stream()
			.filter((one) -> one.getKey().matches(".*\\.(bpmn|dmn|bpmn20\\.xml|dmn11\\.xml)") == models)
			.map((one) -> ModelFile.of(one.getKey(), one.getValue()))
			.toList();
	}

	private static String upper(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

}

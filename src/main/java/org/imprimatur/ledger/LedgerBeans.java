package org.imprimatur.ledger;

import java.time.Clock;

import javax.sql.DataSource;

import org.imprimatur.security.Settings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key and the chain made with it. */
@Configuration(proxyBeanMethods = false)
class LedgerBeans {

	@Bean
	LedgerKeys ledgerKeys(LedgerSettings ledger, Settings settings,
			@Value("${spring.datasource.url:}") String database) {
		return new LedgerKeys(KeyOfTheLedger.of(ledger, settings.demo(), database), ledger.formerKeys());
	}

	@Bean
	LedgerWriting ledgerWriting(ObjectProvider<DataSource> database, ObjectProvider<Chain> chain) {
		return new LedgerWriting(database::getObject, chain::getObject);
	}

	@Bean
	Chain ledgerChain(LedgerKeys keys, Clock clock) {
		return new Chain(keys, clock);
	}

}

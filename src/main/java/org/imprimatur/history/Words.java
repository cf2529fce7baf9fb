package org.imprimatur.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text as they are looked up: without capitals, accents and English
 * endings, so that "campaigns" finds "Campaign". The same on every database.
 */
final class Words {

	/** No word is left out: who looks for "no" means it. */
	private static final Analyzer ANALYZER = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

	/** How many different words of one item are looked up; a book is none. */
	private static final int MOST = 5_000;

	private Words() {
	}

	/** In the order of their first use; empty for a text without words. */
	static Set<String> of(String text) {
		Set<String> words = new LinkedHashSet<>();
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
		try (TokenStream tokens = ANALYZER.tokenStream("text", plain)) {
			CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (words.size() < MOST && tokens.incrementToken()) {
				words.add(word.toString());
			}
			tokens.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory cannot be read.", ex);
		}
		return words;
	}

}

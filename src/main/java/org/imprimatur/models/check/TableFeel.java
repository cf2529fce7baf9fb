package org.imprimatur.models.check;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/** What the cells of tables mean: the engine's own FEEL, which remembers its answers. */
@Component
public class TableFeel {

	private static final String INPUT = "cellInput";

	private FeelEngine engine;

	/** The engine that tables are run by. */
	synchronized FeelEngine engine() {
		if (this.engine == null) {
			this.engine = new RememberingFeel(new ScalaFeelEngineFactory().createInstance());
		}
		return this.engine;
	}

	/** Whether a cell lets this value through; a cell that cannot be read lets none. */
	boolean fits(String cell, Object value) {
		if (TableCell.isAny(cell)) {
			return true;
		}
		try {
			return engine().evaluateSimpleUnaryTests(cell.strip(), INPUT,
					Variables.putValue(INPUT, value).asVariableContext());
		}
		catch (FeelException ex) {
			return false;
		}
	}

}

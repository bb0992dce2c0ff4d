package org.posescope.pipeline.people;

import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;

/**
 * A network as the stages call it.
 *
 * @param step  under which each call is timed
 * @param input its size may differ from the card's
 */
public record NetworkCall(String step, ModelFile file, InputSpec input) {}

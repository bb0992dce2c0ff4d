package org.posescope.bench;

import java.util.List;
import java.util.Map;

import org.posescope.pipeline.metrics.Mode;

/**
 * What the loops gave.
 *
 * @param pairs  for each mode the repetitions of the pipeline, each with the bare loop run after it
 * @param bare   fps of all bare loops
 * @param decode fps of decoding alone
 * @param draw   pictures a second of drawing alone, one person
 */
public record BenchResult(Map<Mode, List<ModeBench.Pair>> pairs, Spread bare, Spread decode, Spread draw) {}

package org.posescope.app.export;

import java.nio.file.Path;
import java.util.Optional;

import org.posescope.record.export.ExportFormat;
import org.posescope.record.motion.LengthUnit;

/**
 * An export that the user asks for.
 *
 * @param unit of BVH files
 * @param path a file, or the folder of {@link ExportFormat#OPENPOSE}; empty: one beside the recordings
 */
record ExportRequest(Subject subject, PersonSelection who, ExportFormat format, LengthUnit unit, Optional<Path> path) {}

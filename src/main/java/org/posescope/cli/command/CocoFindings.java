package org.posescope.cli.command;

import java.util.List;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.eval.coco.FoundPerson;
import org.posescope.report.CocoReport;
import org.posescope.report.RunReport;

/**
 * What is to be compared with annotations.
 *
 * @param failures why pictures could not be looked at
 * @param settings how people were found; empty when another program found them
 * @param run      its speed; likewise
 */
record CocoFindings(List<FoundPerson> people, List<String> failures, Optional<CocoReport.Settings> settings,
        Optional<RunReport> run) {
    /** @throws UserException when no picture at all could be looked at */
    void requireAny() {
        if (!failures.isEmpty() && run.filter(report -> report.framesProcessed() == 0).isPresent()) {
            throw new UserException("none of the pictures could be looked at; the first: " + failures.getFirst());
        }
    }
}

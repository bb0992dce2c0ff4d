package org.posescope.cli.command;

import java.io.PrintWriter;
import java.util.Locale;

import org.posescope.error.WriteException;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;

/** Prints results for people and scripts to read: a line a frame, a line a person, a line a point. */
final class RawResults {
    private final PrintWriter out;

    RawResults(PrintWriter out) {
        this.out = out;
    }

    void print(FrameResult result) {
        out.printf(Locale.ROOT, "frame %d  %.3f s  %s  %.1f ms%n", result.frame().index(),
                result.frame().ptsMicros() * 1e-6,
                result.outcome().name().toLowerCase(Locale.ROOT), result.latencyNanos() * 1e-6);
        result.people().forEach(this::print);
        if (out.checkError()) {
            throw new WriteException("standard output takes no more results");
        }
    }

    private void print(Person person) {
        out.printf(Locale.ROOT, "  person %d  score %.2f  box %.1f %.1f %.1f %.1f%n", person.id(), person.score(),
                person.box().x(), person.box().y(), person.box().width(), person.box().height());
        person.translation().ifPresent(
                t -> out.printf(Locale.ROOT, "    translation  %.3f %.3f %.3f m%n", t.x(), t.y(), t.z()));
        Keypoints keypoints = person.ownKeypoints();
        for (int i = 0; i < keypoints.points().size(); i++) {
            Keypoint point = keypoints.points().get(i);
            out.printf(Locale.ROOT, "    %-18s %8.1f %8.1f  %.2f%n", keypoints.skeleton().names().get(i), point.x(),
                    point.y(),
                    point.score());
        }
    }
}

package org.posescope.pipeline.people.crew;

import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/** A look of a pose network at a region of a frame, made by whichever thread has time for it. Holds the frame until it is made or dropped. */
final class DueLook {
    /** What somebody waits for comes first, then the earlier frame. */
    static final Comparator<DueLook> ORDER = Comparator.comparing((DueLook each) -> !each.wanted)
            .thenComparingLong(each -> each.job.sequence()).thenComparingLong(each -> each.number);

    private final InFlight job;
    private final Region region;
    private final Consumer<PoseObservation> seen;
    private final boolean wanted;
    private final long number;
    private final CompletableFuture<PoseObservation> result = new CompletableFuture<>();

    /**
     * @param seen   is told what was seen, before anybody who waits
     * @param wanted whether somebody waits for it
     * @param number of this look, larger than that of any before
     */
    DueLook(InFlight job, Region region, Consumer<PoseObservation> seen, boolean wanted, long number) {
        this.job = job;
        this.region = region;
        this.seen = seen;
        this.wanted = wanted;
        this.number = number;
        job.frame().retain();
    }

    /** The same look, for which somebody waits. */
    DueLook urgent() {
        return new DueLook(job, region, seen, true, number);
    }

    Region region() {
        return region;
    }

    Future<PoseObservation> result() {
        return result;
    }

    // Whatever goes wrong is for whoever wants the result; the thread that made the look goes on.
    void make(TopDownPose network) {
        try (Frame frame = job.frame()) {
            PoseObservation observation = network.estimate(frame, region, job.steps());
            seen.accept(observation);
            result.complete(observation);
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /** Instead of making it. */
    void drop() {
        job.frame().close();
        result.cancel(false);
    }
}

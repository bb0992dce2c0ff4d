package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/**
 * The copies of a pose network that work on the people of one frame: for one person a copy with all threads, for several a copy
 * with few threads each, side by side. Copies are loaded when they are first needed. One thread uses a crew at a time.
 */
final class PoseCrew implements AutoCloseable {
    private final IntFunction<TopDownPose> loader;
    private final int threadsBeside;
    private final int size;
    private final TopDownPose soloist;
    private final List<TopDownPose> team = new ArrayList<>();
    private ExecutorService helpers;

    /**
     * @param loader loads a copy that uses so many threads
     * @param size   copies that work side by side
     */
    PoseCrew(IntFunction<TopDownPose> loader, int threadsAlone, int threadsBeside, int size) {
        this.loader = loader;
        this.threadsBeside = threadsBeside;
        this.size = size;
        this.soloist = loader.apply(threadsAlone);
        if (threadsAlone == threadsBeside) {
            team.add(soloist);
        }
    }

    /** Copies that work side by side at most. */
    int size() {
        return size;
    }

    /** Whether so many people give each copy somebody to look at. */
    boolean sharesOut(int people) {
        return people >= size && !soloist.batches();
    }

    /**
     * An observation for each region, in their order.
     *
     * @param most so many copies work side by side, one at least
     */
    List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps, int most) {
        int members = Math.min(Math.min(size, most), regions.size());
        if (members <= 1 || soloist.batches()) {
            return soloist.estimate(frame, regions, steps);
        }
        gather(members);
        List<Future<List<PoseObservation>>> shares = new ArrayList<>();
        List<List<PoseObservation>> done = new ArrayList<>();
        // Helpers read the frame: nobody leaves before all are through.
        Cleanup.all(() -> {
            for (int member = 1; member < members; member++) {
                shares.add(helpers.submit(share(member, members, frame, regions, steps)::get));
            }
            done.add(share(0, members, frame, regions, steps).get());
        }, () -> Cleanup.each(shares, share -> done.add(Waiting.until(share))));
        List<PoseObservation> inOrder = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            inOrder.add(done.get(i % members).get(i / members));
        }
        return inOrder;
    }

    private Supplier<List<PoseObservation>> share(int member, int members, Frame frame, List<Region> regions,
            StepListener steps) {
        return () -> {
            List<PoseObservation> observations = new ArrayList<>();
            for (int i = member; i < regions.size(); i += members) {
                observations.add(team.get(member).estimate(frame, regions.get(i), steps));
            }
            return observations;
        };
    }

    private void gather(int members) {
        if (helpers == null) {
            helpers = Waiting.helpers("posescope-pose-helper", size - 1);
        }
        while (team.size() < members) {
            team.add(loader.apply(threadsBeside));
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdownNow();
        }
        Set<TopDownPose> copies = new LinkedHashSet<>(List.of(soloist));
        copies.addAll(team);
        Cleanup.each(copies, TopDownPose::close);
    }
}

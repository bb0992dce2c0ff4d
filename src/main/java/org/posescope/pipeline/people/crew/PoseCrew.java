package org.posescope.pipeline.people.crew;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;

import org.posescope.error.Waiting;
import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.people.crew.LookQueue.DueLook;
import org.posescope.pipeline.people.crew.Relay.InFlight;
import org.posescope.pipeline.people.crew.Relay.Whereabouts;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/**
 * The copies of a pose network that work on the people of one frame: for one person a copy with all threads, for several a copy
 * with few threads each, side by side. Copies are loaded when they are first needed. One thread uses a crew at a time.
 */
public final class PoseCrew implements AutoCloseable {
    private final IntFunction<TopDownPose> loader;
    private final int threadsBeside;
    private final int size;
    private final Relay relay;
    private final TopDownPose soloist;
    private final List<TopDownPose> team = new ArrayList<>();
    private ExecutorService helpers;

    /**
     * @param loader loads a copy that uses so many threads
     * @param size   copies that work side by side
     * @param relay  tells of looks that can be made ahead, which the crew makes when it has nothing else to do
     */
    public PoseCrew(IntFunction<TopDownPose> loader, int threadsAlone, int threadsBeside, int size, Relay relay) {
        this.loader = loader;
        this.threadsBeside = threadsBeside;
        this.size = size;
        this.relay = relay;
        this.soloist = loader.apply(threadsAlone);
        if (threadsAlone == threadsBeside) {
            team.add(soloist);
        }
    }

    /** Copies that work side by side at most. */
    public int size() {
        return size;
    }

    /** Whether so many people give each copy somebody to look at. */
    public boolean sharesOut(int people) {
        return people >= size && !soloist.batches();
    }

    /**
     * An observation for each region, in their order.
     *
     * @param most so many copies may work side by side, one at least
     */
    public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps, int most) {
        if (single(regions.size(), most)) {
            return soloist.estimate(frame, regions, steps);
        }
        InFlight job = new InFlight(0, frame, steps);
        return made(regions.stream().map(region -> relay.queue().wanted(job, region, _ -> {})).toList());
    }

    /** As {@link #estimate}, of people who are followed, some of whom may have been looked at ahead. */
    public List<PoseObservation> follow(Job job, List<Whereabouts> people, int most) {
        if (single(people.size(), most)) {
            return soloist.estimate(job.frame(), people.stream().map(Whereabouts::region).toList(), job);
        }
        return made(relay.looks(InFlight.of(job), people));
    }

    /** Tells where people are looked for in the frame after that of a job, which is through. */
    public void through(Job job, List<Whereabouts> people) {
        relay.through(job.sequence(), people);
    }

    private boolean single(int regions, int most) {
        int members = Math.min(Math.min(size, most), regions);
        if (members <= 1 || soloist.batches()) {
            return true;
        }
        gather(members);
        return false;
    }

    private List<PoseObservation> made(List<DueLook> looks) {
        relay.queue().finish(looks, team.getFirst());
        List<PoseObservation> observations = new ArrayList<>();
        Cleanup.each(looks, look -> observations.add(Waiting.until(look.result())));
        return observations;
    }

    private void gather(int members) {
        if (helpers == null) {
            helpers = Waiting.helpers("posescope-pose-helper", size - 1);
        }
        while (team.size() < members) {
            TopDownPose member = loader.apply(threadsBeside);
            team.add(member);
            if (team.size() > 1) {
                helpers.execute(() -> relay.queue().serve(member));
            }
        }
    }

    @Override
    public void close() {
        relay.clear();
        if (helpers != null) {
            Waiting.end(helpers);
        }
        Set<TopDownPose> copies = new LinkedHashSet<>(List.of(soloist));
        copies.addAll(team);
        Cleanup.each(copies, TopDownPose::close);
    }
}

package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.people.sighting.Sight;
import org.posescope.pipeline.people.sighting.Sighting.Scoring;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.testkit.FakeSource;

/**
 * In place of trained networks: a detector and a pose network that know where the people of a made-up film are. They write down
 * what they are asked, and whatever is wrong with it: a frame whose pixels are gone, a network that two threads use at once.
 */
final class ScriptedNetworks {
    /** What those who are known are painted over with, where somebody else is looked for. */
    private static final int GREY = 0xFF808080;
    /** What the pose network says of somebody in the middle of its region. */
    static final float SURE = 0.95f;
    /** What it says of somebody off the middle. */
    static final float LESS_SURE = 0.75f;
    /** What it says where nobody is. */
    static final float NOBODY = 0.1f;

    /** Of the height of a body: the detector's boxes are off by it, and the pose network is less sure. */
    private static final float ROUGH = 0.15f;

    private final List<ScriptedPerson> people;
    private final List<Call> detections = new CopyOnWriteArrayList<>();
    private final List<Long> glances = new CopyOnWriteArrayList<>();
    private final List<Call> poses = new CopyOnWriteArrayList<>();
    private final List<Load> loads = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Set<Network> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reading = new AtomicInteger();
    private volatile LongConsumer onDetection = _ -> {};
    private volatile ObjLongConsumer<List<Region>> onPose = (_, _) -> {};
    private volatile Consumer<Load> onClose = _ -> {};
    private volatile BiFunction<Long, List<Detection>, List<Detection>> retouch = (_, found) -> found;
    private volatile Predicate<Load> refused = _ -> false;
    private boolean batches;

    /** A call of a network for a frame, and the name of the thread that made it. */
    record Call(long frame, int people, String thread) {}

    /** A network that was loaded with so many threads. */
    record Load(String network, int threads) {}

    /** What stages load. */
    TopDownStages.Loaders loaders() {
        return new TopDownStages.Loaders(this::detector, this::pose, Optional.empty(), Optional.empty(),
                new Sight(0.5, Scoring.BY_POSE, _ -> List.of()));
    }

    ScriptedNetworks(List<ScriptedPerson> people) {
        this.people = List.copyOf(people);
    }

    /** Does something in each call of the detector, given the index of the frame. */
    ScriptedNetworks onDetection(LongConsumer reaction) {
        onDetection = reaction;
        return this;
    }

    /** Does something in each call of the pose network, given the regions and the index of the frame. */
    ScriptedNetworks onPose(ObjLongConsumer<List<Region>> reaction) {
        onPose = reaction;
        return this;
    }

    /** Does something when a network was closed. */
    ScriptedNetworks onClose(Consumer<Load> reaction) {
        onClose = reaction;
        return this;
    }

    /** Changes what the detector finds, given the index of the frame. */
    ScriptedNetworks retouch(BiFunction<Long, List<Detection>, List<Detection>> newRetouch) {
        retouch = newRetouch;
        return this;
    }

    /** Some networks cannot be loaded. */
    ScriptedNetworks refuse(Predicate<Load> loadsToRefuse) {
        refused = loadsToRefuse;
        return this;
    }

    /** The pose network runs once for all people. */
    ScriptedNetworks inBatches() {
        batches = true;
        return this;
    }

    /** Calls of the detector, in order. */
    List<Call> detections() {
        return List.copyOf(detections);
    }

    /** Indexes of the frames at which the detector looked, in order. */
    List<Long> detectedFrames() {
        return detections.stream().map(Call::frame).toList();
    }

    /** Those of them at which it only glanced. */
    List<Long> glancedFrames() {
        return List.copyOf(glances);
    }

    List<Call> poses() {
        return List.copyOf(poses);
    }

    List<Load> loads() {
        return List.copyOf(loads);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Networks that are loaded and not closed. */
    int open() {
        return open.size();
    }

    /** Calls that are under way. */
    int reading() {
        return reading.get();
    }

    private PersonDetector detector(int threads) {
        return load(new ScriptedDetector(new Load("detector", threads)));
    }

    private TopDownPose pose(int threads) {
        return load(new ScriptedPose(new Load("pose", threads)));
    }

    private <N extends Network> N load(N network) {
        if (refused.test(network.load())) {
            throw new IllegalStateException("the " + network.load().network() + " cannot be loaded");
        }
        loads.add(network.load());
        open.add(network);
        return network;
    }

    /** What both networks have in common. */
    private abstract class Network {
        private final AtomicBoolean busy = new AtomicBoolean();
        private final Load load;

        Network(Load load) {
            this.load = load;
        }

        final Load load() {
            return load;
        }

        final void enter(Frame frame) {
            if (!busy.compareAndSet(false, true)) {
                wrong.add("two threads use a network at frame " + frame.index());
            }
            if (!open.contains(this)) {
                wrong.add("a closed network is used at frame " + frame.index());
            }
            reading.incrementAndGet();
        }

        final void leave(Frame frame) {
            if (!intact(frame)) {
                wrong.add("the pixels of frame " + frame.index() + " changed under a network");
            }
            reading.decrementAndGet();
            busy.set(false);
        }

        private static boolean intact(Frame frame) {
            try {
                return FakeSource.intact(frame, pixel -> pixel == GREY);
            } catch (IllegalStateException e) {
                return false;
            }
        }

        final void end() {
            if (!open.remove(this)) {
                wrong.add("a network is closed twice");
            }
            onClose.accept(load);
        }
    }

    private final class ScriptedDetector extends Network implements PersonDetector {
        ScriptedDetector(Load load) {
            super(load);
        }

        @Override
        public List<Detection> detect(Frame frame, StepListener steps) {
            long index = frame.index();
            enter(frame);
            try {
                detections.add(new Call(index, people.size(), Thread.currentThread().getName()));
                onDetection.accept(index);
                return retouch.apply(index, found(index));
            } finally {
                leave(frame);
            }
        }

        @Override
        public List<Detection> glance(Frame frame, StepListener steps) {
            glances.add(frame.index());
            return detect(frame, steps);
        }

        private static Detection rough(Box box, float score) {
            Region exact = Alignment.region(box);
            return new Detection(new Region(exact.centerX() + ROUGH * box.height(), exact.centerY(), exact.width(),
                    exact.height(), 0), score);
        }

        private List<Detection> found(long frame) {
            List<Detection> found = new ArrayList<>();
            for (ScriptedPerson person : people) {
                person.box(frame).ifPresent(box -> found.add(rough(box, person.detectionScore())));
            }
            found.sort(Comparator.comparingDouble(Detection::score).reversed());
            return found;
        }

        @Override
        public void close() {
            end();
        }
    }

    private final class ScriptedPose extends Network implements TopDownPose {
        ScriptedPose(Load load) {
            super(load);
        }

        @Override
        public boolean batches() {
            return batches;
        }

        @Override
        public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
            return estimate(frame, List.of(region), steps).getFirst();
        }

        @Override
        public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
            if (regions.isEmpty()) {
                return List.of();
            }
            long index = frame.index();
            enter(frame);
            try {
                poses.add(new Call(index, regions.size(), Thread.currentThread().getName()));
                onPose.accept(regions, index);
                return regions.stream().map(region -> look(index, region)).toList();
            } finally {
                leave(frame);
            }
        }

        /** The person who is nearest to the middle of the region. */
        private PoseObservation look(long frame, Region region) {
            return people.stream().filter(person -> person.box(frame).isPresent())
                    .filter(person -> off(person, frame, region) < region.width() / 2)
                    .min(Comparator.comparingDouble(person -> off(person, frame, region)))
                    .map(person -> seen(person, frame, region))
                    .orElseGet(() -> new PoseObservation(nobody(region), region));
        }

        private static PoseObservation seen(ScriptedPerson person, long frame, Region region) {
            Box box = person.box(frame).orElseThrow();
            float score = off(person, frame, region) < ROUGH / 2 * box.height() ? SURE : LESS_SURE;
            return new PoseObservation(person.person(frame, score), Alignment.region(box));
        }

        private static Person nobody(Region region) {
            return ScriptedPerson.standing(new Box(region.centerX(), region.centerY(), 1, 1)).person(0, NOBODY);
        }

        /** Pixels from the middle of the region to that of the person. */
        private static double off(ScriptedPerson person, long frame, Region region) {
            Box box = person.box(frame).orElseThrow();
            return Math.hypot(box.centerX() - region.centerX(), box.centerY() - region.centerY());
        }

        @Override
        public void close() {
            end();
        }
    }
}

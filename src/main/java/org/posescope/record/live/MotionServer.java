package org.posescope.record.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.MotionLines;
import org.posescope.record.motion.MotionFrame;

/**
 * Tells programs that connect to it of the people of each frame: WebSocket (RFC 6455), texts of JSON as in a motion file, first its header and
 * then a frame each, with the angles of who has a body. A client that does not keep up misses frames.
 */
public final class MotionServer implements LiveOutput {
    private final SendTarget target;
    private final ClientPort port;
    private final MotionLines lines = new MotionLines();
    private final Optional<UprightPeople> upright;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private Optional<CameraFacts> camera = Optional.empty();

    private MotionServer(SendTarget target, ClientPort port, LiveFacts facts) {
        this.target = target;
        this.port = port;
        this.upright = facts.body().map(body -> new UprightPeople(body, facts.coordinates()));
        greet(facts);
    }

    /**
     * Begins to listen.
     *
     * @throws UserException when the port is in use or the address is not of this machine
     */
    static MotionServer open(SendTarget target, LiveFacts facts) {
        return new MotionServer(target, ClientPort.open(target), facts);
    }

    /** Tells all clients, and those that come later. */
    @Override
    public void greet(LiveFacts facts) {
        port.greeting(lines.header(facts.source(), facts.preset(), facts.skeletons(), facts.coordinates()));
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        // The floor is learnt from every frame, so that it is known when a client comes.
        Map<Integer, MotionFrame> bodies = upright.map(each -> each.at(frame, people))
                .orElse(Collections.emptySortedMap());
        if (port.clients() > 0) {
            String line = lines.frame(frame, people, camera, angles(bodies));
            ClientPort.Told told = port.tell(line);
            sent.addAndGet(told.sent());
            dropped.addAndGet(told.dropped());
        }
        camera = Optional.empty();
    }

    private static Map<Integer, Map<String, Double>> angles(Map<Integer, MotionFrame> bodies) {
        Map<Integer, Map<String, Double>> angles = new TreeMap<>();
        bodies.forEach((id, body) -> {
            Map<String, Double> named = new LinkedHashMap<>();
            PoseAngles.of(body.rotations().subList(0, BodyParameters.JOINTS))
                    .forEach((angle, degrees) -> named.put(angle.id(), degrees));
            angles.put(id, named);
        });
        return angles;
    }

    @Override
    public void camera(CameraFacts facts) {
        camera = Optional.of(facts);
    }

    /** Of texts, each client's own. */
    @Override
    public SendFigures figures() {
        return new SendFigures(sent.get(), dropped.get(), OptionalInt.of(port.clients()));
    }

    @Override
    public Optional<String> warning() {
        return dropped.get() == 0
                ? Optional.empty()
                : Optional.of(dropped + " of " + (sent.get() + dropped.get()) + " messages of " + target
                        + " were left out because a client did not keep up or was gone");
    }

    @Override
    public String format() {
        return target.toString();
    }

    @Override
    public void close() {
        port.close();
    }
}

package org.posescope.record.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.body.floor.Standing;
import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.Coordinates;
import org.posescope.record.FrameOutput;
import org.posescope.record.motion.MotionFrame;

/**
 * Sends the bodies of a run as datagrams, each frame as soon as it is found. It never waits: what the network does not take at once is
 * dropped and counted, and a network that is gone stops nothing. People in the camera frame are stood on the floor that is found. Used by one
 * thread at a time.
 */
public final class MotionSender implements FrameOutput {
    private static final double MICROS = 1e6;

    private final SendTarget target;
    private final LiveProtocol protocol;
    private final BodyModel model;
    private final Optional<FloorEstimator> floor;
    private final DatagramChannel channel;
    private Optional<String> failure = Optional.empty();
    private long sent;
    private long dropped;

    private MotionSender(SendTarget target, BodyModel model, Optional<FloorEstimator> floor, DatagramChannel channel) {
        this.target = target;
        this.protocol = target.kind().protocol(model);
        this.model = model;
        this.floor = floor;
        this.channel = channel;
    }

    /**
     * Opens a socket.
     *
     * @param model whose parameters people have
     * @throws UserException when the system gives none
     */
    public static MotionSender open(SendTarget target, BodyModel model, Coordinates coordinates) {
        try {
            boolean wide = target.address().getAddress().getAddress().length > 4;
            DatagramChannel channel = DatagramChannel
                    .open(wide ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            return new MotionSender(target, model, coordinates == Coordinates.CAMERA
                    ? Optional.of(new FloorEstimator(Optional.of(model)))
                    : Optional.empty(), channel);
        } catch (IOException e) {
            throw new UserException("Cannot send to " + target + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        Optional<Standing> floorNow = floor.flatMap(each -> each.at(people, frame.ptsMicros()));
        List<Person> standing = floorNow.map(each -> each.atCamera(people, Optional.of(model))).orElse(people);
        double cameraHeight = floorNow.map(each -> each.ground().height()).orElse(0.0);
        SortedMap<Integer, MotionFrame> bodies = new TreeMap<>();
        standing.forEach(person -> person.body().map(body -> MotionFrame.of(model, body)).ifPresent(body -> bodies
                .putIfAbsent(person.id(),
                        new MotionFrame(body.rotations(), body.pelvis().plus(cameraHeight, Vec3.Y)))));
        OscBundles.of(protocol.messages(frame.ptsMicros() / MICROS, bodies)).forEach(this::send);
    }

    private void send(byte[] datagram) {
        try {
            if (channel.send(ByteBuffer.wrap(datagram), target.address()) == datagram.length) {
                sent++;
            } else {
                dropped++;
            }
        } catch (IOException e) {
            dropped++;
            failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** Datagrams that the network took. */
    public long sent() {
        return sent;
    }

    /** Datagrams that it did not take. */
    public long dropped() {
        return dropped;
    }

    /** What the user should know after the end. */
    public Optional<String> warning() {
        return dropped == 0
                ? Optional.empty()
                : Optional.of(dropped + " of " + (sent + dropped) + " packets to " + target + " were not sent"
                        + failure.map(why -> " (" + why + ")").orElse(" because the network did not keep up"));
    }

    @Override
    public String format() {
        return target.toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sent is away. */
    @Override
    public void discard() {
        close();
    }
}

package org.posescope.record.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.PortUnreachableException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

import org.posescope.body.BodyModel;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.Coordinates;

/**
 * Sends the bodies of a run as datagrams, each frame as soon as it is found. People in the camera frame are stood on the floor that is found.
 * The socket is connected, because only then the system tells of packets that were refused.
 */
public final class MotionSender implements LiveOutput {
    private static final double MICROS = 1e6;

    private final SendTarget target;
    private final LiveProtocol protocol;
    private final UprightPeople upright;
    private final DatagramChannel channel;
    private Optional<String> failure = Optional.empty();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    private MotionSender(SendTarget target, BodyModel model, UprightPeople upright, DatagramChannel channel) {
        this.target = target;
        this.protocol = target.kind() == SendTarget.Kind.VMC ? new VmcProtocol(model) : new AngleProtocol();
        this.upright = upright;
        this.channel = channel;
    }

    /**
     * Opens a socket.
     *
     * @param model whose parameters people have
     * @throws UserException when the system gives none
     */
    static MotionSender open(SendTarget target, BodyModel model, Coordinates coordinates) {
        try {
            boolean wide = target.address().getAddress().getAddress().length > 4;
            DatagramChannel channel = DatagramChannel
                    .open(wide ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            return new MotionSender(target, model, new UprightPeople(model, coordinates), channel);
        } catch (IOException e) {
            throw new UserException("Cannot send to " + target + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        OscBundles.of(protocol.messages(frame.ptsMicros() / MICROS, upright.at(frame, people))).forEach(this::send);
    }

    private void send(byte[] datagram) {
        try {
            if (!channel.isConnected()) {
                channel.connect(target.address());
            }
            boolean taken;
            try {
                taken = channel.write(ByteBuffer.wrap(datagram)) == datagram.length;
            } catch (PortUnreachableException _) {
                refused();
                taken = channel.write(ByteBuffer.wrap(datagram)) == datagram.length;
            }
            (taken ? sent : dropped).incrementAndGet();
        } catch (IOException e) {
            dropped.incrementAndGet();
            failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** The machine of the receiver sent a packet back that had been sent before: the next one may find somebody again. */
    private void refused() {
        sent.decrementAndGet();
        dropped.incrementAndGet();
        failure = failure.or(() -> Optional.of("nobody listens there"));
    }

    /** Of datagrams; nobody knows who takes them, but the receiver's machine may say that nobody does. */
    @Override
    public SendFigures figures() {
        return new SendFigures(sent.get(), dropped.get(), OptionalInt.empty());
    }

    @Override
    public Optional<String> warning() {
        return dropped.get() == 0
                ? Optional.empty()
                : Optional.of(dropped + " of " + (sent.get() + dropped.get()) + " packets to " + target
                        + " were not sent"
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
}

package org.posescope.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.body.DefaultBody;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.record.Coordinates;
import org.posescope.record.live.LiveFacts;
import org.posescope.record.live.SendFigures;
import org.posescope.record.live.LiveOutput;
import org.posescope.record.live.SendTarget;

class SendModelTest {
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 30, -1, -1, false);
    private static final LiveFacts FACTS = new LiveFacts(CAMERA, "live", List.of(), Optional.of(DefaultBody.read()),
            Coordinates.CAMERA);
    private static final long SECOND = 1_000_000_000;

    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final BackgroundWork thread = new BackgroundWork(WorkKind.SENDING, told::add);
    private final List<SendChoice> kept = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private SendModel model = model(SendChoice.DEFAULT);
    private final FramePool pool = new FramePool();

    private SendModel model(SendChoice start) {
        return new SendModel((address, facts) -> LiveOutput.open(SendTarget.of(address), facts), thread,
                new SendModel.Memory(start, kept::add, failures::add));
    }

    @AfterEach
    void end() {
        model.close();
        thread.end();
        pool.close();
    }

    private SendState after() throws InterruptedException {
        Runnable next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
        return model.state().get();
    }

    private void frame(long index) {
        try (ShownFrame moment = new ShownFrame(new Frame(pool.acquire(1, 1), index, index * 33_333, 0), List.of(),
                CAMERA, index * 33_333)) {
            model.accept(moment);
        }
    }

    @Test
    void frames_go_to_the_address_until_it_is_ended() throws Exception {
        try (DatagramSocket receiver = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String local = "127.0.0.1:" + receiver.getLocalPort();
            String address = "vmc://" + local;
            receiver.setSoTimeout(20_000);
            model.plays(Optional.of(FACTS));
            frame(0);
            model.toggle(SendTarget.Kind.VMC, local);
            assertThat(model.state().get()).isEqualTo(new SendState.Opening(address));
            assertThat(after())
                    .isEqualTo(new SendState.Sending(address, 0, new SendFigures(0, 0, OptionalInt.empty())));

            model.pulse(SECOND);
            for (int i = 1; i <= 40; i++) {
                frame(i);
            }
            model.pulse(2 * SECOND + SECOND / 2);
            model.pulse(2 * SECOND + SECOND / 2 + 1);

            assertThat(model.state().get()).isEqualTo(new SendState.Sending(address, 40 / 1.5,
                    new SendFigures(40, 0, OptionalInt.empty())));
            assertThat(model.state().get().text()).isEqualTo("27 frames a second, to " + address + ", 0 dropped");
            for (int i = 0; i < 40; i++) {
                receiver.receive(new DatagramPacket(new byte[2000], 2000));
            }
            model.toggle(SendTarget.Kind.VMC, local);
            frame(41);
            assertThat(model.state().get()).isEqualTo(new SendState.Off(""));
        }
    }

    @Test
    void what_cannot_be_opened_is_told_in_a_sentence_and_may_be_tried_again() throws Exception {
        model.plays(Optional.of(FACTS));
        String local;
        String address;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            local = "127.0.0.1:" + taken.getLocalPort();
            address = "ws://" + local;
            model.toggle(SendTarget.Kind.WS, local);
            assertThat(after()).isEqualTo(new SendState.Off("Cannot listen at " + address
                    + ": the port is in use, or the address is not of this machine."));
        }
        assertThat(kept).containsExactly(new SendChoice(SendTarget.Kind.WS, local, true),
                new SendChoice(SendTarget.Kind.WS, local, false));
        assertThat(failures).as("the user sees it on the card").isEmpty();
        model.toggle(SendTarget.Kind.WS, local);
        assertThat(after().text())
                .isEqualTo("0 frames a second, nobody is connected to " + address + ", 0 dropped");
    }

    @Test
    void what_was_on_is_sent_again_as_soon_as_something_plays() throws Exception {
        try (DatagramSocket receiver = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            SendChoice choice = new SendChoice(SendTarget.Kind.OSC, "127.0.0.1:" + receiver.getLocalPort(), true);
            model = model(choice);
            assertThat(model.state().get()).isEqualTo(new SendState.Off(""));

            model.plays(Optional.of(FACTS));

            assertThat(after()).isEqualTo(
                    new SendState.Sending(choice.target(), 0, new SendFigures(0, 0, OptionalInt.empty())));
            assertThat(kept).isEmpty();
            model.toggle(choice.kind(), choice.address());
            assertThat(kept).containsExactly(choice.with(false));
            model.plays(Optional.empty());
            model.plays(Optional.of(FACTS));
            assertThat(model.state().get()).isEqualTo(new SendState.Off(""));
        }
    }

    @Test
    void what_was_on_and_is_no_more_to_be_had_is_said_once() throws Exception {
        model = model(new SendChoice(SendTarget.Kind.VMC, "nowhere.invalid:1", true));

        model.plays(Optional.of(FACTS));

        assertThat(after().text()).isEqualTo("Cannot send to vmc://nowhere.invalid:1: there is no such host.");
        assertThat(failures).containsExactly("Cannot send to vmc://nowhere.invalid:1: there is no such host.");
        assertThat(model.choice().on()).isFalse();
    }

    @Test
    void nothing_is_begun_while_nothing_plays() {
        model.toggle(SendTarget.Kind.VMC, "127.0.0.1");

        assertThat(model.state().get()).isEqualTo(new SendState.Off(""));
        assertThat(model.possible()).isFalse();
    }
}

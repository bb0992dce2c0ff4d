package org.posescope.app.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.record.live.LiveFacts;
import org.posescope.record.live.LiveOutput;
import org.posescope.record.live.SendTarget;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Sends what is found to another program as soon as it is found. One thread, but for {@link #accept}. */
public final class SendModel implements AutoCloseable {
    private static final long PERIOD = Duration.ofSeconds(1).toNanos();
    private static final double SECOND = 1e9;

    private final BiFunction<String, LiveFacts, LiveOutput> opener;
    private final BackgroundWork thread;
    private final Memory memory;
    private SendChoice choice;
    private final ReadOnlyObjectWrapper<SendState> state = new ReadOnlyObjectWrapper<>(new SendState.Off(""));
    private final Object lock = new Object();
    /** Guarded by the lock, as the frames that it was given. */
    private Optional<LiveOutput> output = Optional.empty();
    private long frames;
    private Optional<LiveFacts> facts = Optional.empty();
    private long measured;
    private boolean closed;

    /**
     * What the user chose before.
     *
     * @param keep   told what is chosen now
     * @param failed told in a sentence why what was on could not be begun again
     */
    public record Memory(SendChoice start, Consumer<SendChoice> keep, Consumer<String> failed) {}

    /**
     * @param opener opens the way to an address, on a thread of its own
     * @param thread owned by the thread of this model
     */
    public SendModel(BiFunction<String, LiveFacts, LiveOutput> opener, BackgroundWork thread, Memory memory) {
        this.opener = opener;
        this.thread = thread;
        this.memory = memory;
        this.choice = memory.start();
    }

    /** Something else plays, or nothing, or people are found in another way. */
    public void plays(Optional<LiveFacts> playing) {
        if (facts.equals(playing)) {
            return;
        }
        facts = playing;
        synchronized (lock) {
            playing.ifPresent(now -> output.ifPresent(each -> each.greet(now)));
        }
        if (choice.on() && state.get() instanceof SendState.Off) {
            playing.ifPresent(now -> open(now, memory.failed()));
        }
    }

    /** What is sent to whom, or was last. */
    SendChoice choice() {
        return choice;
    }

    private void choose(SendChoice now) {
        if (!now.equals(choice)) {
            choice = now;
            memory.keep().accept(now);
        }
    }

    /** Whether sending can be begun. */
    boolean possible() {
        return facts.isPresent();
    }

    /** Begins to send, or ends it. */
    void toggle(SendTarget.Kind kind, String address) {
        switch (state.get()) {
            case SendState.Off _ when facts.isPresent() -> {
                choose(new SendChoice(kind, address, true));
                open(facts.get(), why -> {
                    // The card that the user has open shows it.
                });
            }
            case SendState.Sending _ -> {
                choose(choice.with(false));
                end();
                state.set(new SendState.Off(""));
            }
            default -> {
            }
        }
    }

    private void open(LiveFacts playing, Consumer<String> failed) {
        String address = choice.target();
        state.set(new SendState.Opening(address));
        thread.start(progress -> opener.apply(address, playing),
                WorkListener.<LiveOutput>of(opened -> begin(opened, playing),
                        why -> {
                            choose(choice.with(false));
                            state.set(new SendState.Off(why));
                            failed.accept(why);
                        }).onCancelled(() -> state.set(new SendState.Off(""))));
    }

    private void begin(LiveOutput opened, LiveFacts greeted) {
        if (closed) {
            opened.close();
            return;
        }
        synchronized (lock) {
            facts.filter(now -> !now.equals(greeted)).ifPresent(opened::greet);
            output = Optional.of(opened);
            frames = 0;
        }
        state.set(new SendState.Sending(opened.format(), 0, opened.figures()));
        measured = 0;
    }

    /** Takes a result; any thread. */
    public void accept(ShownFrame moment) {
        synchronized (lock) {
            if (output.isPresent()) {
                output.get().accept(moment.frame(), moment.people());
                frames++;
            }
        }
    }

    /** Tells how it goes, once a second. */
    public void pulse(long nanos) {
        if (!(state.get() instanceof SendState.Sending sending) || nanos - measured < PERIOD) {
            return;
        }
        synchronized (lock) {
            double rate = measured == 0 ? 0 : frames * SECOND / (nanos - measured);
            frames = 0;
            measured = nanos;
            output.ifPresent(each -> state.set(new SendState.Sending(sending.address(), rate, each.figures())));
        }
    }

    private void end() {
        Optional<LiveOutput> before;
        synchronized (lock) {
            before = output;
            output = Optional.empty();
        }
        before.ifPresent(each -> thread.start(progress -> {
            each.close();
            return List.of();
        }, WorkListener.of(done -> {}, why -> state.set(new SendState.Off(why)))));
    }

    ReadOnlyObjectProperty<SendState> state() {
        return state.getReadOnlyProperty();
    }

    /** Ends it for good and waits for that; any thread. */
    @Override
    public void close() {
        Optional<LiveOutput> before;
        synchronized (lock) {
            before = output;
            output = Optional.empty();
            closed = true;
        }
        before.ifPresent(LiveOutput::close);
    }
}

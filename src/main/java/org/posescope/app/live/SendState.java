package org.posescope.app.live;

import java.util.Locale;

import org.posescope.record.live.SendFigures;

/** Whether something is sent. */
sealed interface SendState {
    /** One sentence or some figures for the user; empty where there is nothing to say. */
    String text();

    /** Nothing is sent, and why it ended if the user did not end it. */
    record Off(String text) implements SendState {}

    /** On its way to being sent. */
    record Opening(String address) implements SendState {
        @Override
        public String text() {
            return "Opening " + address + "…";
        }
    }

    /**
     * Sent.
     *
     * @param frames a second
     */
    record Sending(String address, double frames, SendFigures figures) implements SendState {
        @Override
        public String text() {
            String whom = figures.receivers().isPresent()
                    ? switch (figures.receivers().getAsInt()) {
                        case 0 -> "nobody is connected to " + address;
                        case 1 -> "1 program is connected to " + address;
                        default -> figures.receivers().getAsInt() + " programs are connected to " + address;
                    }
                    : "to " + address;
            return String.format(Locale.ROOT, "%.0f frames a second, %s, %,d dropped", frames, whom,
                    figures.dropped());
        }
    }
}

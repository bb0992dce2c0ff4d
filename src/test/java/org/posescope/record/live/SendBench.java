package org.posescope.record.live;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Person;
import org.posescope.record.Coordinates;

/**
 * Sends two people 60 times a second over loopback by the Virtual Motion Capture protocol and measures how long a packet is on its way and
 * what stays in memory: {@code SendBench [SECONDS]}, a minute where nothing else is said.
 */
public final class SendBench {
    static final int FPS = 60;
    /** Of a frame with somebody. */
    static final int PACKETS = 2;
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final double MICROS = 1e6;
    private static final double MILLI = 1e6;
    private static final double MEBIBYTE = 1 << 20;

    private SendBench() {}

    /**
     * What came of it.
     *
     * @param delays of packets in their order, from before a frame is encoded until a packet of it is received, nanoseconds
     * @param heap   used after a collection in the middle and at the end, bytes
     */
    record Figures(long sent, long dropped, long received, List<Long> delays, List<Long> heap) {
        String text() {
            int half = delays.size() / 2;
            return String.format(Locale.ROOT,
                    "%d packets sent, %d dropped, %d received; delay first half p50 %.2f p99 %.2f ms, second half p50 %.2f "
                            + "p99 %.2f ms; heap %.1f, then %.1f MiB",
                    sent, dropped, received, percentile(delays.subList(0, half), 50),
                    percentile(delays.subList(0, half), 99), percentile(delays.subList(half, delays.size()), 50),
                    percentile(delays.subList(half, delays.size()), 99), heap.getFirst() / MEBIBYTE,
                    heap.getLast() / MEBIBYTE);
        }

        private static double percentile(List<Long> values, int percent) {
            List<Long> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / MILLI;
        }
    }

    /** @param arguments seconds */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        List<Person> people = List.of(MotionSenderTest.person(1, Map.of()), MotionSenderTest.person(2, Map.of()));
        System.out.println(run(DefaultBody.read(), people, seconds * FPS, true).text());
    }

    /** @param paced whether a frame is sent when it is due; else when the one before has been received */
    static Figures run(BodyModel model, List<Person> people, int frames, boolean paced) throws Exception {
        long[] begun = new long[frames];
        List<Long> heap = new ArrayList<>();
        try (DatagramSocket receiver = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                FramePool pool = new FramePool()) {
            receiver.setSoTimeout(TIMEOUT_MILLIS);
            CompletableFuture<List<Long>> arrivals = new CompletableFuture<>();
            Semaphore taken = new Semaphore(0);
            Thread.ofPlatform().daemon().start(() -> receive(receiver, frames * PACKETS, taken, arrivals));
            try (MotionSender sender = MotionSender.open(
                    SendTarget.of("vmc://127.0.0.1:" + receiver.getLocalPort()), model, Coordinates.CAMERA)) {
                long start = System.nanoTime();
                for (int i = 0; i < frames; i++) {
                    long due = start + TimeUnit.SECONDS.toNanos(1) * i / FPS;
                    while (paced && System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    if (i == frames / 2) {
                        heap.add(used());
                    }
                    begun[i] = System.nanoTime();
                    try (Frame frame = new Frame(pool.acquire(1, 1), i, Math.round(i * MICROS / FPS), 0)) {
                        sender.accept(frame, people);
                    }
                    if (!paced && !taken.tryAcquire(PACKETS, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                        throw new IllegalStateException("frame " + i + " was not received");
                    }
                }
                List<Long> arrived = arrivals.get(2L * TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
                List<Long> delays = new ArrayList<>();
                for (int i = 0; i < arrived.size(); i++) {
                    delays.add(arrived.get(i) - begun[i / PACKETS]);
                }
                heap.add(used());
                SendFigures sent = sender.figures();
                return new Figures(sent.sent(), sent.dropped(), arrived.size(), delays, heap);
            }
        }
    }

    private static void receive(DatagramSocket receiver, int packets, Semaphore taken,
            CompletableFuture<List<Long>> arrivals) {
        List<Long> arrived = new ArrayList<>();
        try {
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            while (arrived.size() < packets) {
                receiver.receive(packet);
                arrived.add(System.nanoTime());
                taken.release();
                OscReader.read(Arrays.copyOf(packet.getData(), packet.getLength()));
            }
            arrivals.complete(arrived);
        } catch (IOException e) {
            arrivals.completeExceptionally(e);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

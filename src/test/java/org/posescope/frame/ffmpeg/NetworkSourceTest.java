package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.testkit.TestVideos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class NetworkSourceTest {
    private static final Duration SHORT = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    final FramePool pool = new FramePool();
    final CountDownLatch over = new CountDownLatch(1);
    HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(command -> Thread.ofPlatform().daemon().name("test-server").start(command));
        server.start();
    }

    @AfterEach
    void stopServer() {
        over.countDown();
        server.stop(0);
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static SourceOptions patience(Duration timeout) {
        return SourceOptions.DEFAULT.withTimeout(timeout);
    }

    @Test
    void a_finite_video_on_a_server_is_seekable_like_a_file() throws IOException {
        byte[] clip = Files.readAllBytes(TestVideos.clip(96, 64, 50).write(folder.resolve("clip.mp4")));
        server.createContext("/clip.mp4", exchange -> answerRange(exchange, clip));
        try (VideoSource source = VideoSource.connect(address("/clip.mp4"), SourceOptions.DEFAULT, pool)) {
            assertThat(source.info())
                    .isEqualTo(new SourceInfo(address("/clip.mp4"), SourceInfo.Kind.VIDEO, 96, 64, 25, 50,
                            2_000_000, true));
            assertThat(Seen.rest(source)).isEqualTo(Seen.steady(50, 40_000));
            source.seek(1_000_000);
            assertThat(Seen.next(source)).isEqualTo(new Seen(50, 1_000_000, 25));
        }
    }

    private static void answerRange(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().set("Content-Range",
                "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        exchange.sendResponseHeaders(206, content.length - from);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content, from, content.length - from);
        }
    }

    @Test
    void a_video_of_a_server_that_sends_it_only_whole_is_finite_and_read_once() throws IOException {
        byte[] clip = Files.readAllBytes(TestVideos.clip(96, 64, 50).indexFirst().write(folder.resolve("clip.mp4")));
        serve("/clip.mp4", clip);
        try (VideoSource source = VideoSource.connect(address("/clip.mp4"), SourceOptions.DEFAULT, pool)) {
            assertThat(source.info()).isEqualTo(
                    new SourceInfo(address("/clip.mp4"), SourceInfo.Kind.VIDEO, 96, 64, 25, 50, 2_000_000, false));
            assertThat(Seen.rest(source)).isEqualTo(Seen.steady(50, 40_000));
            assertThat(source.warnings()).isEmpty();
        }
    }

    @Test
    void an_index_at_the_end_that_the_server_does_not_send_first_is_told() throws IOException {
        serve("/clip.mp4", Files.readAllBytes(TestVideos.clip(96, 64, 200)
                .encodedBy("rawvideo", "rgb24").write(folder.resolve("clip.mov"))));
        assertThatThrownBy(() -> VideoSource.connect(address("/clip.mp4"), SourceOptions.DEFAULT, pool))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        address("/clip.mp4") + " has its index (the moov atom) at its end, so it cannot be read from"
                                + " front to back; save it as a file and open that");
    }

    @Test
    void a_finished_playlist_is_finite_and_seekable_on_a_server_and_on_the_disk() throws IOException {
        Path playlist = playlist();
        serve("/list.m3u8", Files.readAllBytes(playlist));
        serve("/part.ts", Files.readAllBytes(folder.resolve("part.ts")));
        try (VideoSource remote = VideoSource.connect(address("/list.m3u8"), SourceOptions.DEFAULT, pool);
                VideoSource local = VideoSource.open(playlist, 1, pool)) {
            for (VideoSource source : List.of(remote, local)) {
                assertThat(source.info().kind()).isEqualTo(SourceInfo.Kind.VIDEO);
                assertThat(source.info().seekable()).isTrue();
                assertThat(Seen.rest(source)).isEqualTo(Seen.steady(50, 40_000));
                source.seek(0);
                assertThat(Seen.rest(source)).hasSize(50);
                assertThat(source.warnings()).isEmpty();
            }
        }
    }

    private Path playlist() throws IOException {
        TestVideos.clip(96, 64, 50).write(folder.resolve("part.ts"));
        return Files.writeString(folder.resolve("list.m3u8"), """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:2
                #EXT-X-MEDIA-SEQUENCE:0
                #EXTINF:2.0,
                part.ts
                #EXT-X-ENDLIST
                """);
    }

    private void serve(String path, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
    }

    @Test
    void a_live_stream_has_no_length_and_ends_when_the_server_ends_it() throws IOException {
        byte[] clip = Files.readAllBytes(TestVideos.clip(96, 64, 250).write(folder.resolve("clip.ts")));
        server.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(clip);
            }
        });
        try (VideoSource source = VideoSource.connect(address("/live"), SourceOptions.DEFAULT, pool)) {
            assertThat(source.info()).isEqualTo(
                    new SourceInfo(address("/live"), SourceInfo.Kind.STREAM, 96, 64, 25, -1, -1, false));
            assertThat(Seen.rest(source)).isEqualTo(Seen.steady(250, 40_000));
            assertThat(source.warnings()).isEmpty();
            assertThatThrownBy(() -> source.seek(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    /** Sends eight tenths of a clip and then nothing more. */
    private void stall() throws IOException {
        byte[] clip = Files.readAllBytes(TestVideos.clip(96, 64, 250).write(folder.resolve("clip.ts")));
        server.createContext("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(Arrays.copyOf(clip, clip.length * 8 / 10));
                body.flush();
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void a_stream_that_falls_silent_is_reported_after_the_timeout() throws IOException {
        stall();
        try (VideoSource source = VideoSource.connect(address("/stalled"), patience(SHORT), pool)) {
            assertThatThrownBy(() -> Seen.rest(source)).isInstanceOf(UserException.class).hasMessage(
                    address("/stalled") + " has sent nothing for 1.5 s; check that it is switched on and connected");
        }
    }

    private static long read(VideoSource source, Runnable each) {
        long frames = 0;
        for (Frame frame = source.next(); frame != null; frame = source.next()) {
            frame.close();
            frames++;
            each.run();
        }
        return frames;
    }

    /** The decoder gives the others when the stream is given up. */
    private int framesBeforeSilence() {
        List<Long> times = new ArrayList<>();
        try (VideoSource source = VideoSource.connect(address("/stalled"), patience(SHORT), pool)) {
            assertThatThrownBy(() -> read(source, () -> times.add(System.nanoTime())))
                    .isInstanceOf(UserException.class);
        }
        return IntStream.range(1, times.size()).boxed()
                .max(Comparator.comparingLong(frame -> times.get(frame) - times.get(frame - 1))).orElseThrow();
    }

    @Test
    void close_ends_a_blocked_next() throws Exception {
        stall();
        CountDownLatch left = new CountDownLatch(framesBeforeSilence());
        VideoSource source = VideoSource.connect(address("/stalled"), patience(Duration.ofSeconds(60)), pool);
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> read(source, left::countDown));
        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();

        source.close();

        assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void a_server_that_never_answers_is_given_up_after_the_timeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "rtsp://user:secret@localhost:" + silent.getLocalPort() + "/stream";
            assertThatThrownBy(() -> VideoSource.connect(url, patience(SHORT), pool)).isInstanceOf(UserException.class)
                    .hasMessage("rtsp://localhost:" + silent.getLocalPort() + "/stream has sent nothing for 1.5 s;"
                            + " check that it is switched on and connected");
        }
    }

    @Test
    void errors_of_the_server_are_told() {
        assertThatThrownBy(() -> VideoSource.connect(address("/missing"), SourceOptions.DEFAULT, pool))
                .isInstanceOf(UserException.class)
                .hasMessage(address("/missing") + " cannot be opened: Server returned 404 Not Found");
        server.stop(0);
        assertThatThrownBy(() -> VideoSource.connect(address("/gone"), SourceOptions.DEFAULT, pool))
                .isInstanceOf(UserException.class)
                .hasMessage(address("/gone") + " cannot be opened: Connection refused");
    }
}

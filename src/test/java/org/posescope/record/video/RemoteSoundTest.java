package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.source.Sources;
import org.posescope.record.RecordedSound;
import org.posescope.testkit.SoundFile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A video on a web server is recorded with its sound, which comes over a connection of its own. */
class RemoteSoundTest {
    private static final int FRAMES = 50;
    private static final int NOT_FOUND = 404;

    private final FramePool pool = new FramePool();
    private final AtomicInteger asked = new AtomicInteger();
    private int answers = Integer.MAX_VALUE;
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Thread.ofPlatform().daemon().start(task));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** Of a file in {@code /whole} all, of others what is asked for. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (asked.getAndIncrement() >= answers) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            byte[] content = Files.readAllBytes(folder.resolve(Path.of(path).getFileName()));
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null || path.startsWith("/whole")
                    ? 0
                    : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
            if (range != null && !path.startsWith("/whole")) {
                exchange.getResponseHeaders().set("Content-Range",
                        "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
                exchange.sendResponseHeaders(206, content.length - from);
            } else {
                exchange.sendResponseHeaders(200, content.length);
            }
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content, from, content.length - from);
            }
        }
    }

    private Path clip(String name) {
        return SoundFile.write(folder.resolve(name), FRAMES, 25, avcodec.AV_CODEC_ID_AAC, 44_100);
    }

    private RecordedSound record(String input, Path output) {
        try (FrameSource source = Sources.open(input, SourceOptions.DEFAULT, pool)) {
            VideoOutput video = VideoOutput.open(output, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                    SoundSource.of(source.info()));
            int frames = 0;
            try (video) {
                for (Frame frame = source.next(); frame != null; frame = source.next()) {
                    try (Frame shown = frame) {
                        video.accept(shown, List.of());
                    }
                    frames++;
                }
            }
            assertThat(frames).isEqualTo(FRAMES);
            return video.sound().orElseThrow();
        }
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @ParameterizedTest
    @CsvSource({"clip.mp4, /parts/clip.mp4", "clip.mkv, /whole/clip.mkv", "clip.ts, /whole/list.m3u8"})
    void it_is_that_of_the_file(String name, String path) throws IOException {
        Path clip = clip(name);
        Files.writeString(folder.resolve("list.m3u8"), """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:2
                #EXT-X-MEDIA-SEQUENCE:0
                #EXTINF:2.0,
                clip.ts
                #EXT-X-ENDLIST
                """);
        Path local = folder.resolve("local.mp4");
        Path remote = folder.resolve("remote.mp4");

        RecordedSound sound = record(clip.toString(), local);

        assertThat(record(address(path), remote)).isEqualTo(sound);
        assertThat(sound.notes()).isEmpty();
        assertThat(SoundFile.samples(remote)).hasSizeGreaterThan(44_100).isEqualTo(SoundFile.samples(local));
    }

    @Test
    void a_server_that_answers_only_once_costs_the_sound_and_says_why() {
        clip("clip.mkv");
        answers = 1;

        assertThat(record(address("/whole/clip.mkv"), folder.resolve("silent.mp4")).notes()).containsExactly(
                "sound is missing in the recording: its sound cannot be read: Server returned 404 Not Found");
        assertThat(folder.resolve("silent.mp4")).isNotEmptyFile();
    }
}

package org.posescope.testkit;

import java.io.UncheckedIOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.FrameRecorder;

/**
 * The sound of a video as another program hears it: silence with a beep half a second after each full second.
 *
 * @param codec     FFmpeg's name; empty when there is no sound
 * @param starts    of the decoded packets, microseconds, in the order in which they come
 * @param endMicros of the last packet
 * @param beeps     when each begins, microseconds
 */
public record SoundFile(String codec, List<Long> starts, long endMicros, List<Long> beeps) {
    private static final double SECOND = 1e6;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final double BEEP_SECONDS = 0.1;
    private static final double BEEP_AT = 0.5;
    private static final double HERTZ = 880;
    /** Well above what compression leaves of silence. */
    private static final int LOUD = 4_000;
    private static final int LARGEST = 4_000_000;
    private static final double LEAST_PAUSE = 0.5 * SECOND;

    /** Makes a clip of black pictures with B frames and beeps; the extension of its name chooses the container. */
    public static Path write(Path file, int frames, double fps, int audioCodec) {
        return write(file, frames, fps, audioCodec, 48_000);
    }

    /** As with a number of samples a second. */
    public static Path write(Path file, int frames, double fps, int audioCodec, int rate) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT, 1)) {
            boolean webm = file.toString().toLowerCase(Locale.ROOT).endsWith(".webm");
            recorder.setVideoCodec(webm ? avcodec.AV_CODEC_ID_VP8 : avcodec.AV_CODEC_ID_MPEG4);
            recorder.setMaxBFrames(webm ? 0 : 2);
            recorder.setFrameRate(fps);
            recorder.setGopSize(12);
            recorder.setAudioCodec(audioCodec);
            recorder.setSampleRate(rate);
            recorder.setAudioBitrate(96_000);
            recorder.start();
            try (Frame black = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3)) {
                long samples = 0;
                for (int i = 0; i < frames; i++) {
                    recorder.record(black);
                    long until = Math.round((i + 1) / fps * rate);
                    recorder.recordSamples(rate, 1, samples(samples, (int) (until - samples), rate));
                    samples = until;
                }
            }
            return file;
        } catch (FrameRecorder.Exception e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static ShortBuffer samples(long first, int count, int rate) {
        short[] wave = new short[count];
        for (int i = 0; i < count; i++) {
            double time = (double) (first + i) / rate;
            double inSecond = time - Math.floor(time) - BEEP_AT;
            if (inSecond >= 0 && inSecond < BEEP_SECONDS) {
                wave[i] = (short) (16_000 * Math.cos(2 * Math.PI * HERTZ * inSecond));
            }
        }
        return ShortBuffer.wrap(wave);
    }

    /** All decoded samples of a file with one track of sound, channels side by side. */
    public static short[] samples(Path file) {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            ShortBuffer all = ShortBuffer.allocate(LARGEST);
            for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
                all.put((ShortBuffer) frame.samples[0]);
            }
            return Arrays.copyOf(all.array(), all.position());
        } catch (FrameGrabber.Exception e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Decodes the sound of a whole file. */
    public static SoundFile read(Path file) {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            if (grabber.getAudioChannels() == 0) {
                return new SoundFile("", List.of(), 0, List.of());
            }
            List<Long> starts = new ArrayList<>();
            List<Long> beeps = new ArrayList<>();
            long end = 0;
            double lastLoud = Double.NEGATIVE_INFINITY;
            for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
                starts.add(frame.timestamp);
                ShortBuffer samples = (ShortBuffer) frame.samples[0];
                int count = samples.remaining() / frame.audioChannels;
                end = frame.timestamp + Math.round(count * SECOND / frame.sampleRate);
                for (int i = 0; i < count; i++) {
                    double at = frame.timestamp + i * SECOND / frame.sampleRate;
                    if (Math.abs(samples.get(samples.position() + i * frame.audioChannels)) > LOUD) {
                        if (at - lastLoud > LEAST_PAUSE) {
                            beeps.add(Math.round(at));
                        }
                        lastLoud = at;
                    }
                }
            }
            return new SoundFile(grabber.getAudioCodecName(), starts, end, beeps);
        } catch (FrameGrabber.Exception e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

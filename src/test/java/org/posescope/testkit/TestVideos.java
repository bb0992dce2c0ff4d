package org.posescope.testkit;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.posescope.frame.ffmpeg.FfmpegLog;

/**
 * Writes small videos for tests. The name of the file chooses the container. Unless told otherwise: MPEG-4 with two B
 * frames and a key picture every 12, 25 frames a second, each picture showing its index ({@link TestPicture#index}).
 */
public final class TestVideos {
    private static final int MILLIS = 1000;
    private static final int USUAL_FPS = 25;
    private static final int KEY_INTERVAL = 12;
    private static final int MATRIX_BYTES = 9 * Integer.BYTES;

    private final int width;
    private final int height;
    private final int frames;
    private TestPicture picture = TestPicture.index();
    private String encoder = "mpeg4";
    private String pixelFormat = "yuv420p";
    private int ticksPerSecond = USUAL_FPS;
    private IntToLongFunction ticks = index -> index;
    private int bFrames = 2;
    private int[] displayMatrix;
    private int aspectNum;
    private int aspectDen = 1;
    private int colourMatrix = avutil.AVCOL_SPC_SMPTE170M;
    private int colourRange = avutil.AVCOL_RANGE_MPEG;
    private boolean indexFirst;
    private boolean interlaced;

    private TestVideos(int width, int height, int frames) {
        this.width = width;
        this.height = height;
        this.frames = frames;
    }

    public static TestVideos clip(int width, int height, int frames) {
        return new TestVideos(width, height, frames);
    }

    public TestVideos showing(TestPicture wanted) {
        picture = wanted;
        return this;
    }

    /** Names of FFmpeg, for example {@code ffv1} and {@code yuv444p}; an encoder without B frames. */
    public TestVideos encodedBy(String wantedEncoder, String wantedPixelFormat) {
        encoder = wantedEncoder;
        pixelFormat = wantedPixelFormat;
        bFrames = 0;
        return this;
    }

    /** @param wanted presentation time of the n-th picture, milliseconds */
    public TestVideos at(IntToLongFunction wanted) {
        return at(MILLIS, wanted);
    }

    /** @param wanted presentation time of the n-th picture, in units of which so many are a second */
    public TestVideos at(int unitsPerSecond, IntToLongFunction wanted) {
        ticksPerSecond = unitsPerSecond;
        ticks = wanted;
        return this;
    }

    /** @param a, b, c, d entries of the display matrix, -1 to 1, as in {@code libavutil/display.h} */
    public TestVideos turned(int a, int b, int c, int d) {
        int one = 1 << 16;
        displayMatrix = new int[] {a * one, b * one, 0, c * one, d * one, 0, 0, 0, 1 << 30};
        return this;
    }

    /** Width to height of a pixel. */
    public TestVideos pixelAspect(int num, int den) {
        aspectNum = num;
        aspectDen = den;
        return this;
    }

    /** AVColorSpace and AVColorRange. */
    public TestVideos colours(int matrix, int range) {
        colourMatrix = matrix;
        colourRange = range;
        return this;
    }

    /** The index of an mp4 comes before its pictures, so that the start of the file can be played. */
    public TestVideos indexFirst() {
        indexFirst = true;
        return this;
    }

    /** MPEG-2 whose even lines come half a picture before the odd ones; a picture draws both. */
    public TestVideos interlaced() {
        interlaced = true;
        return encodedBy("mpeg2video", "yuv420p");
    }

    public Path write(Path file) {
        FfmpegLog.install();
        AVFormatContext context = new AVFormatContext(null);
        Ffmpeg.check(avformat_alloc_output_context2(context, null, null, file.toString()));
        boolean globalHeader = (context.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0;
        try (PictureEncoder pictures = new PictureEncoder(settings(globalHeader), picture)) {
            AVStream stream = avformat_new_stream(context, (AVCodec) null);
            stream.time_base(pictures.context().time_base());
            Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), pictures.context()));
            describe(stream);
            AVIOContext bytes = new AVIOContext(null);
            Ffmpeg.check(avio_open(bytes, file.toString(), avformat.AVIO_FLAG_WRITE));
            context.pb(bytes);
            AVDictionary options = new AVDictionary(null);
            if (indexFirst) {
                avutil.av_dict_set(options, "movflags", "faststart", 0);
            }
            Ffmpeg.check(avformat_write_header(context, options));
            avutil.av_dict_free(options);
            Consumer<AVPacket> mux = packet -> {
                // Without it the last picture of an mp4 is shown for no time at all, and left out by players.
                packet.duration(ticksPerSecond / USUAL_FPS);
                av_packet_rescale_ts(packet, pictures.context().time_base(), stream.time_base());
                packet.stream_index(0);
                Ffmpeg.check(av_interleaved_write_frame(context, packet));
            };
            for (int i = 0; i < frames; i++) {
                pictures.encode(i, ticks.applyAsLong(i), mux);
            }
            pictures.finish(mux);
            Ffmpeg.check(av_write_trailer(context));
            avio_close(bytes);
        }
        avformat_free_context(context);
        return file;
    }

    private PictureEncoder.Settings settings(boolean globalHeader) {
        return new PictureEncoder.Settings(encoder, pixelFormat, width, height, ticksPerSecond, bFrames,
                KEY_INTERVAL, colourMatrix, colourRange, globalHeader, interlaced);
    }

    private void describe(AVStream stream) {
        if (aspectNum > 0) {
            stream.sample_aspect_ratio(avutil.av_make_q(aspectNum, aspectDen));
            stream.codecpar().sample_aspect_ratio(avutil.av_make_q(aspectNum, aspectDen));
        }
        if (displayMatrix != null) {
            AVPacketSideData data = stream.codecpar().coded_side_data();
            data = data == null ? new AVPacketSideData(null) : data;
            IntPointer count = new IntPointer(1).put(0, stream.codecpar().nb_coded_side_data());
            AVPacketSideData matrix = av_packet_side_data_new(data, count, avcodec.AV_PKT_DATA_DISPLAYMATRIX,
                    MATRIX_BYTES, 0);
            new IntPointer(matrix.data()).put(displayMatrix);
            stream.codecpar().coded_side_data(data).nb_coded_side_data(count.get());
        }
    }

    /**
     * One picture as an image file.
     *
     * @param encoder     FFmpeg's name, for example {@code png}
     * @param pixelFormat FFmpeg's name, for example {@code rgb48be}
     */
    public static Path image(Path file, int width, int height, TestPicture picture, String encoder,
            String pixelFormat) {
        FfmpegLog.install();
        boolean jpeg = encoder.equals("mjpeg");
        PictureEncoder.Settings settings = new PictureEncoder.Settings(encoder, pixelFormat, width, height, MILLIS,
                0, 1, jpeg ? avutil.AVCOL_SPC_BT470BG : avutil.AVCOL_SPC_UNSPECIFIED,
                jpeg || pixelFormat.matches("(gray|ya).*") ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_UNSPECIFIED,
                false, false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Consumer<AVPacket> collect = packet -> {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            bytes.writeBytes(data);
        };
        try (PictureEncoder pictures = new PictureEncoder(settings, picture)) {
            pictures.encode(0, 0, collect);
            pictures.finish(collect);
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

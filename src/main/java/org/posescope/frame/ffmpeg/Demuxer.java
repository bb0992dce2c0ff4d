package org.posescope.frame.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_index_search_timestamp;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packets of the one video stream of an input. Not thread-safe; {@link Interrupt#cancel} ends a blocked call. */
final class Demuxer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demuxer.class);
    private static final Set<String> PLAYLISTS = Set.of("hls", "dash");
    private static final Set<String> TIMED = Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm");
    private static final long POLL_NANOS = 1_000_000;
    private static final long SECOND = 1_000_000;
    /** How much of the end of a file is looked at to see whether it is whole. */
    private static final long TAIL_MICROS = 5 * SECOND;

    private final MediaInput input;
    private final Interrupt interrupt;
    private final AVFormatContext context;
    private AVIOContext file;
    private int video;
    private boolean seekable;
    private boolean live;

    /**
     * @param log what FFmpeg logs meanwhile, for better sentences
     * @throws UserException when the input cannot be opened or holds no video
     */
    Demuxer(MediaInput input, Interrupt interrupt, FfmpegLog.Lines log) {
        this.input = input;
        this.interrupt = interrupt;
        this.context = avformat_alloc_context();
        try {
            interrupt.attachTo(context.interrupt_callback());
            interrupt.allow(input.patience());
            check(open(), log);
            // A still picture and a camera say all there is to know in their first packet.
            if (!input.kind().still() && input.kind() != SourceInfo.Kind.CAMERA) {
                check(avformat_find_stream_info(context, (AVDictionary) null), log);
            }
            video = chooseStream();
            setDiscard(avcodec.AVDISCARD_ALL);
            AVIOContext bytes = context.pb();
            // What a playlist lists can be sought when it is complete, whatever may be done with the bytes of the list.
            seekable = PLAYLISTS.contains(context.iformat().name().getString())
                    ? context.duration() > 0
                    : bytes != null && !bytes.isNull() && (bytes.seekable() & avformat.AVIO_SEEKABLE_NORMAL) != 0;
            live = input.kind().live() && context.duration() <= 0;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private int open() {
        AVInputFormat format = input.format() == null ? null : av_find_input_format(input.format());
        if (input.local() && !input.playlist()) {
            // The content alone decides: a name can be wrong, or look like the pattern of a picture sequence.
            file = new AVIOContext(null);
            int code = avio_open2(file, input.url(), avformat.AVIO_FLAG_READ, context.interrupt_callback(), null);
            if (code < 0) {
                return code;
            }
            format = new AVInputFormat(null);
            code = av_probe_input_buffer2(file, format, "", null, 0, 0);
            if (code < 0) {
                return file.bytes_read() == 0 ? avutil.AVERROR_EOF() : code;
            }
            context.pb(file);
        }
        if (input.kind() == SourceInfo.Kind.CAMERA) {
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_NONBLOCK);
        }
        AVDictionary options = new AVDictionary(null);
        input.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
        try {
            return avformat_open_input(context, input.url(), format, options);
        } finally {
            av_dict_free(options);
        }
    }

    private void check(int code, FfmpegLog.Lines log) {
        if (code < 0) {
            throw FfmpegErrors.cannotOpen(input, interrupt.due() ? avutil.AVERROR_EXIT() : code, log);
        }
    }

    private int chooseStream() {
        int best = av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (best < 0 || (context.streams(best).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new UserException(input.name() + " holds no " + (input.kind().still() ? "picture" : "video"));
        }
        return best;
    }

    AVFormatContext context() {
        return context;
    }

    AVStream stream() {
        return context.streams(video);
    }

    /**
     * The next packet of the video stream.
     *
     * @param packet empty; filled when the answer is true, and then the caller's to unreference
     * @return false at the end, and when cancelled
     * @throws UserException when a camera or a network stream is lost or silent for too long
     */
    boolean read(AVPacket packet) {
        interrupt.allow(input.patience());
        while (true) {
            int code = av_read_frame(context, packet);
            if (code == avutil.AVERROR_EAGAIN() && !interrupt.due()) {
                LockSupport.parkNanos(POLL_NANOS);
            } else if (code < 0) {
                return end(code);
            } else if (packet.stream_index() == video) {
                return true;
            } else {
                av_packet_unref(packet);
            }
        }
    }

    private boolean end(int code) {
        if (code == avutil.AVERROR_EOF() || interrupt.cancelled()) {
            return false;
        }
        // The error of an earlier call that was given up can come again.
        if (interrupt.due() || code == avutil.AVERROR_EXIT()) {
            throw FfmpegErrors.silent(input);
        }
        if (!input.local()) {
            throw FfmpegErrors.lost(input, code);
        }
        // What a broken file still holds has been read by now; that it ends early is told by its missing time.
        LOG.debug("{} ends: {}", input.name(), FfmpegErrors.text(code));
        return false;
    }

    /**
     * Goes to the last key picture that is decoded not later than {@code timestamp}.
     *
     * @param timestamp in the time base of the stream
     * @return whether the format can do that
     */
    boolean seek(long timestamp) {
        return av_seek_frame(context, video, timestamp, avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** The time of the last key picture that is decoded not later than {@code timestamp}, where all key pictures up to it are known. */
    OptionalLong keyBefore(long timestamp) {
        int last = avformat_index_get_entries_count(stream()) - 1;
        if (last < 0 || avformat_index_get_entry(stream(), last).timestamp() < timestamp) {
            return OptionalLong.empty();
        }
        int key = av_index_search_timestamp(stream(), timestamp, avformat.AVSEEK_FLAG_BACKWARD);
        return key < 0
                ? OptionalLong.empty()
                : OptionalLong.of(avformat_index_get_entry(stream(), key).timestamp());
    }

    /**
     * Goes to the very first byte.
     *
     * @return whether the format can do that
     */
    boolean rewind() {
        return av_seek_frame(context, video, 0, avformat.AVSEEK_FLAG_BYTE) >= 0;
    }

    /**
     * Whether the file holds its last packet, of whatever stream. Reads the end of the file again, so that only a seek may follow.
     *
     * @param slackMicros by how much that packet may end before the length of the file
     */
    boolean endsWhole(double slackMicros) {
        if (!seekable || context.duration() <= 0) {
            return false;
        }
        setDiscard(avcodec.AVDISCARD_DEFAULT);
        long start = context.start_time() == avutil.AV_NOPTS_VALUE() ? 0 : context.start_time();
        long end = start + context.duration();
        try {
            return av_seek_frame(context, -1, Math.max(start, end - TAIL_MICROS), avformat.AVSEEK_FLAG_BACKWARD) >= 0
                    && lastEnd() > end - slackMicros;
        } finally {
            setDiscard(avcodec.AVDISCARD_ALL);
        }
    }

    /** When the last packet ends, microseconds; reads all that is left. Before everything when reading ends with an error. */
    private long lastEnd() {
        long last = Long.MIN_VALUE;
        AVPacket packet = av_packet_alloc();
        try {
            interrupt.allow(input.patience());
            int code = av_read_frame(context, packet);
            while (code >= 0) {
                long time = packet.pts() == avutil.AV_NOPTS_VALUE() ? packet.dts() : packet.pts();
                boolean whole = (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) == 0;
                if (whole && time != avutil.AV_NOPTS_VALUE()) {
                    AVRational unit = context.streams(packet.stream_index()).time_base();
                    last = Math.max(last, avutil.av_rescale(time + packet.duration(), unit.num() * SECOND, unit.den()));
                }
                av_packet_unref(packet);
                code = av_read_frame(context, packet);
            }
            return code == avutil.AVERROR_EOF() ? last : Long.MIN_VALUE;
        } finally {
            av_packet_free(packet);
        }
    }

    private void setDiscard(int others) {
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != video) {
                context.streams(i).discard(others);
            }
        }
    }

    /** Whether packets come at their own pace and have no end, as from a camera but not from a video file on a server. */
    boolean live() {
        return live;
    }

    /** Whether the format says of each packet when its picture is shown; others leave that to be guessed by the order of pictures. */
    boolean timesPictures() {
        return TIMED.contains(context.iformat().name().getString());
    }

    /** Whether bytes can be read again. */
    boolean seekable() {
        return seekable;
    }

    @Override
    public void close() {
        avformat_close_input(context);
        if (file != null && !file.isNull()) {
            avio_close(file);
        }
    }
}

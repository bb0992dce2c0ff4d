package org.posescope.frame.camera;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;
import org.posescope.frame.ffmpeg.FfmpegErrors;
import org.posescope.frame.ffmpeg.FfmpegLog;

/** What libavdevice knows of the devices of this computer. */
final class Devices {
    private static final Pattern MISSING_LIBRARY = Pattern
            .compile("(\\S+\\.so[.\\d]*): cannot open shared object file");
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d+)\\] (.+)");
    private static final String VIDEO_HEADING = "AVFoundation video devices:";

    private Devices() {}

    /**
     * Makes FFmpeg know its device formats; without effect when it does already.
     *
     * @throws UserException when a library of the system is missing that FFmpeg's device library needs
     */
    static void register() {
        FfmpegLog.install();
        try {
            avdevice_register_all();
        } catch (LinkageError e) {
            throw new UserException("cameras cannot be used because " + whyNot(e), e);
        }
    }

    static String whyNot(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Matcher library = MISSING_LIBRARY.matcher(String.valueOf(cause.getMessage()));
            if (library.find()) {
                return "the system library " + library.group(1) + " is missing; install it";
            }
        }
        return "FFmpeg's device library cannot be loaded: " + error.getMessage();
    }

    /** The cameras that a device format of FFmpeg enumerates. */
    static List<CameraDevice> enumerate(String formatName) {
        register();
        AVInputFormat format = av_find_input_format(formatName);
        AVDeviceInfoList list = new AVDeviceInfoList(null);
        int count = avdevice_list_input_sources(format, (String) null, null, list);
        if (count < 0) {
            throw new UserException("the cameras of this computer cannot be listed: " + FfmpegErrors.text(count));
        }
        List<CameraDevice> cameras = new ArrayList<>();
        for (int i = 0; i < list.nb_devices(); i++) {
            AVDeviceInfo device = list.devices(i);
            if (givesVideo(device)) {
                cameras.add(new CameraDevice(cameras.size(), device.device_description().getString(),
                        device.device_name().getString()));
            }
        }
        avdevice_free_list_devices(list);
        return cameras;
    }

    private static boolean givesVideo(AVDeviceInfo device) {
        for (int i = 0; i < device.nb_media_types(); i++) {
            if (device.media_types().get(i) == avutil.AVMEDIA_TYPE_VIDEO) {
                return true;
            }
        }
        return false;
    }

    /** The cameras that AVFoundation writes to the log when it is asked for them, since FFmpeg cannot enumerate those. */
    static List<CameraDevice> avFoundation() {
        return parseAvFoundation(log("avfoundation", "", Map.of("list_devices", "true")));
    }

    /** What a device format of FFmpeg logs when it is opened with options that make it list something and then give up. */
    static List<String> log(String format, String url, Map<String, String> wanted) {
        register();
        FfmpegLog.Lines lines = new FfmpegLog.Lines();
        AVDictionary options = new AVDictionary(null);
        wanted.forEach((name, value) -> avutil.av_dict_set(options, name, value, 0));
        AVFormatContext context = new AVFormatContext(null);
        if (FfmpegLog.collect(lines,
                () -> avformat_open_input(context, url, av_find_input_format(format), options)) >= 0) {
            avformat_close_input(context);
        }
        avutil.av_dict_free(options);
        return lines.all();
    }

    /** From lines such as {@code [0] FaceTime HD CameraDevice} between the headings for video and for sound. */
    static List<CameraDevice> parseAvFoundation(List<String> lines) {
        List<CameraDevice> cameras = new ArrayList<>();
        boolean video = false;
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                video = line.equals(VIDEO_HEADING);
            } else if (video) {
                cameras.add(new CameraDevice(Integer.parseInt(entry.group(1)), entry.group(2), entry.group(1)));
            }
        }
        return cameras;
    }
}

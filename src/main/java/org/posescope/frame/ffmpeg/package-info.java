/** Sources that FFmpeg decodes: videos, streams and images alike, straight to BGRA. */
package org.posescope.frame.ffmpeg;

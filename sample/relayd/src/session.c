#include "session.h"

#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static size_t length_of(const struct buffer *buffer)
{
	return buffer->end - buffer->start;
}

static ssize_t fill(struct buffer *buffer, int fd)
{
	ssize_t got;

	memmove(buffer->data, buffer->data + buffer->start, length_of(buffer));
	buffer->end = length_of(buffer);
	buffer->start = 0;
	got = read(fd, buffer->data + buffer->end, BUFFER_SIZE - buffer->end);
	if (got > 0)
		buffer->end += (size_t)got;
	return got;
}

static ssize_t drain(struct buffer *buffer, int fd)
{
	ssize_t put = write(fd, buffer->data + buffer->start, length_of(buffer));

	if (put > 0)
		buffer->start += (size_t)put;
	return put;
}

static int watch(struct peer *peer, int epoll_fd, uint32_t interest)
{
	struct epoll_event event = { .events = interest, .data.ptr = peer };
	int operation = peer->watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;

	if (peer->watched && peer->interest == interest)
		return 0;
	peer->interest = interest;
	peer->watched = 1;
	return epoll_ctl(epoll_fd, operation, peer->fd, &event);
}

static void init(struct peer *peer, struct session *session, int fd)
{
	peer->session = session;
	peer->fd = fd;
	peer->watched = peer->ended = peer->shut = 0;
	peer->outgoing.start = peer->outgoing.end = 0;
}

int session_open(struct session *session, int epoll_fd, int client, int upstream)
{
	init(&session->client, session, client);
	init(&session->upstream, session, upstream);
	session->last_active = time(NULL);
	if (watch(&session->client, epoll_fd, EPOLLIN) < 0)
		return -1;
	return watch(&session->upstream, epoll_fd, EPOLLIN);
}

/* Sends what is there for a peer, and the end of it; -1 if the connection broke. */
static int flush(struct peer *peer, const struct peer *from)
{
	if (length_of(&peer->outgoing) > 0 && drain(&peer->outgoing, peer->fd) < 0 && errno != EAGAIN && errno != EINTR)
		return -1;
	if (from->ended && !peer->shut && length_of(&peer->outgoing) == 0) {
		peer->shut = 1;
		if (shutdown(peer->fd, SHUT_WR) < 0)
			return -1;
	}
	return 0;
}

static int update(struct peer *peer, const struct peer *to, int epoll_fd)
{
	uint32_t interest = 0;

	if (peer->ended && peer->shut) {
		/* Its EPOLLHUP would be told for ever. */
		if (peer->watched)
			epoll_ctl(epoll_fd, EPOLL_CTL_DEL, peer->fd, NULL);
		peer->watched = 0;
		return 0;
	}
	if (!peer->ended && length_of(&to->outgoing) < BUFFER_SIZE)
		interest |= EPOLLIN;
	if (length_of(&peer->outgoing) > 0)
		interest |= EPOLLOUT;
	return watch(peer, epoll_fd, interest);
}

int session_event(struct session *session, int epoll_fd, struct peer *peer, uint32_t events,
		  struct worker_stats *stats)
{
	struct peer *client = &session->client, *upstream = &session->upstream;
	struct peer *other = peer == client ? upstream : client;
	ssize_t got;

	session->last_active = time(NULL);
	if (events & EPOLLERR)
		return 0;
	if ((events & (EPOLLIN | EPOLLHUP)) && !peer->ended && length_of(&other->outgoing) < BUFFER_SIZE) {
		got = fill(&other->outgoing, peer->fd);
		if (got == 0)
			peer->ended = 1;
		else if (got > 0 && peer == client)
			STATS_ADD(stats->bytes_in, (unsigned long)got);
		else if (got > 0)
			STATS_ADD(stats->bytes_out, (unsigned long)got);
		else if (errno != EAGAIN && errno != EINTR)
			return 0;
	}
	if (flush(client, upstream) < 0 || flush(upstream, client) < 0)
		return 0;
	if (client->shut && upstream->shut)
		return 0;
	return update(client, upstream, epoll_fd) == 0 && update(upstream, client, epoll_fd) == 0;
}

void session_close(struct session *session)
{
	close(session->client.fd);
	close(session->upstream.fd);
	session->client.fd = session->upstream.fd = -1;
}

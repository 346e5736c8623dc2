/// Wake-up calls between services over Redis. They only shorten a poll: losing one loses nothing.
package tmi.service.wake;

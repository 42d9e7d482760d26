package main

import "fmt"

func main() {
	c := make([]chan string, 140)
	for i := range c {
		c[i] = make(chan string, 1)
	}
	for i := 0; i < len(c); i += 7 {
		c[i] <- fmt.Sprint("v", i)
		select {
		case v := <-c[0]:
			fmt.Println(0, v)
		case v := <-c[1]:
			fmt.Println(1, v)
		case v := <-c[2]:
			fmt.Println(2, v)
		case v := <-c[3]:
			fmt.Println(3, v)
		case v := <-c[4]:
			fmt.Println(4, v)
		case v := <-c[5]:
			fmt.Println(5, v)
		case v := <-c[6]:
			fmt.Println(6, v)
		case v := <-c[7]:
			fmt.Println(7, v)
		case v := <-c[8]:
			fmt.Println(8, v)
		case v := <-c[9]:
			fmt.Println(9, v)
		case v := <-c[10]:
			fmt.Println(10, v)
		case v := <-c[11]:
			fmt.Println(11, v)
		case v := <-c[12]:
			fmt.Println(12, v)
		case v := <-c[13]:
			fmt.Println(13, v)
		case v := <-c[14]:
			fmt.Println(14, v)
		case v := <-c[15]:
			fmt.Println(15, v)
		case v := <-c[16]:
			fmt.Println(16, v)
		case v := <-c[17]:
			fmt.Println(17, v)
		case v := <-c[18]:
			fmt.Println(18, v)
		case v := <-c[19]:
			fmt.Println(19, v)
		case v := <-c[20]:
			fmt.Println(20, v)
		case v := <-c[21]:
			fmt.Println(21, v)
		case v := <-c[22]:
			fmt.Println(22, v)
		case v := <-c[23]:
			fmt.Println(23, v)
		case v := <-c[24]:
			fmt.Println(24, v)
		case v := <-c[25]:
			fmt.Println(25, v)
		case v := <-c[26]:
			fmt.Println(26, v)
		case v := <-c[27]:
			fmt.Println(27, v)
		case v := <-c[28]:
			fmt.Println(28, v)
		case v := <-c[29]:
			fmt.Println(29, v)
		case v := <-c[30]:
			fmt.Println(30, v)
		case v := <-c[31]:
			fmt.Println(31, v)
		case v := <-c[32]:
			fmt.Println(32, v)
		case v := <-c[33]:
			fmt.Println(33, v)
		case v := <-c[34]:
			fmt.Println(34, v)
		case v := <-c[35]:
			fmt.Println(35, v)
		case v := <-c[36]:
			fmt.Println(36, v)
		case v := <-c[37]:
			fmt.Println(37, v)
		case v := <-c[38]:
			fmt.Println(38, v)
		case v := <-c[39]:
			fmt.Println(39, v)
		case v := <-c[40]:
			fmt.Println(40, v)
		case v := <-c[41]:
			fmt.Println(41, v)
		case v := <-c[42]:
			fmt.Println(42, v)
		case v := <-c[43]:
			fmt.Println(43, v)
		case v := <-c[44]:
			fmt.Println(44, v)
		case v := <-c[45]:
			fmt.Println(45, v)
		case v := <-c[46]:
			fmt.Println(46, v)
		case v := <-c[47]:
			fmt.Println(47, v)
		case v := <-c[48]:
			fmt.Println(48, v)
		case v := <-c[49]:
			fmt.Println(49, v)
		case v := <-c[50]:
			fmt.Println(50, v)
		case v := <-c[51]:
			fmt.Println(51, v)
		case v := <-c[52]:
			fmt.Println(52, v)
		case v := <-c[53]:
			fmt.Println(53, v)
		case v := <-c[54]:
			fmt.Println(54, v)
		case v := <-c[55]:
			fmt.Println(55, v)
		case v := <-c[56]:
			fmt.Println(56, v)
		case v := <-c[57]:
			fmt.Println(57, v)
		case v := <-c[58]:
			fmt.Println(58, v)
		case v := <-c[59]:
			fmt.Println(59, v)
		case v := <-c[60]:
			fmt.Println(60, v)
		case v := <-c[61]:
			fmt.Println(61, v)
		case v := <-c[62]:
			fmt.Println(62, v)
		case v := <-c[63]:
			fmt.Println(63, v)
		case v := <-c[64]:
			fmt.Println(64, v)
		case v := <-c[65]:
			fmt.Println(65, v)
		case v := <-c[66]:
			fmt.Println(66, v)
		case v := <-c[67]:
			fmt.Println(67, v)
		case v := <-c[68]:
			fmt.Println(68, v)
		case v := <-c[69]:
			fmt.Println(69, v)
		case v := <-c[70]:
			fmt.Println(70, v)
		case v := <-c[71]:
			fmt.Println(71, v)
		case v := <-c[72]:
			fmt.Println(72, v)
		case v := <-c[73]:
			fmt.Println(73, v)
		case v := <-c[74]:
			fmt.Println(74, v)
		case v := <-c[75]:
			fmt.Println(75, v)
		case v := <-c[76]:
			fmt.Println(76, v)
		case v := <-c[77]:
			fmt.Println(77, v)
		case v := <-c[78]:
			fmt.Println(78, v)
		case v := <-c[79]:
			fmt.Println(79, v)
		case v := <-c[80]:
			fmt.Println(80, v)
		case v := <-c[81]:
			fmt.Println(81, v)
		case v := <-c[82]:
			fmt.Println(82, v)
		case v := <-c[83]:
			fmt.Println(83, v)
		case v := <-c[84]:
			fmt.Println(84, v)
		case v := <-c[85]:
			fmt.Println(85, v)
		case v := <-c[86]:
			fmt.Println(86, v)
		case v := <-c[87]:
			fmt.Println(87, v)
		case v := <-c[88]:
			fmt.Println(88, v)
		case v := <-c[89]:
			fmt.Println(89, v)
		case v := <-c[90]:
			fmt.Println(90, v)
		case v := <-c[91]:
			fmt.Println(91, v)
		case v := <-c[92]:
			fmt.Println(92, v)
		case v := <-c[93]:
			fmt.Println(93, v)
		case v := <-c[94]:
			fmt.Println(94, v)
		case v := <-c[95]:
			fmt.Println(95, v)
		case v := <-c[96]:
			fmt.Println(96, v)
		case v := <-c[97]:
			fmt.Println(97, v)
		case v := <-c[98]:
			fmt.Println(98, v)
		case v := <-c[99]:
			fmt.Println(99, v)
		case v := <-c[100]:
			fmt.Println(100, v)
		case v := <-c[101]:
			fmt.Println(101, v)
		case v := <-c[102]:
			fmt.Println(102, v)
		case v := <-c[103]:
			fmt.Println(103, v)
		case v := <-c[104]:
			fmt.Println(104, v)
		case v := <-c[105]:
			fmt.Println(105, v)
		case v := <-c[106]:
			fmt.Println(106, v)
		case v := <-c[107]:
			fmt.Println(107, v)
		case v := <-c[108]:
			fmt.Println(108, v)
		case v := <-c[109]:
			fmt.Println(109, v)
		case v := <-c[110]:
			fmt.Println(110, v)
		case v := <-c[111]:
			fmt.Println(111, v)
		case v := <-c[112]:
			fmt.Println(112, v)
		case v := <-c[113]:
			fmt.Println(113, v)
		case v := <-c[114]:
			fmt.Println(114, v)
		case v := <-c[115]:
			fmt.Println(115, v)
		case v := <-c[116]:
			fmt.Println(116, v)
		case v := <-c[117]:
			fmt.Println(117, v)
		case v := <-c[118]:
			fmt.Println(118, v)
		case v := <-c[119]:
			fmt.Println(119, v)
		case v := <-c[120]:
			fmt.Println(120, v)
		case v := <-c[121]:
			fmt.Println(121, v)
		case v := <-c[122]:
			fmt.Println(122, v)
		case v := <-c[123]:
			fmt.Println(123, v)
		case v := <-c[124]:
			fmt.Println(124, v)
		case v := <-c[125]:
			fmt.Println(125, v)
		case v := <-c[126]:
			fmt.Println(126, v)
		case v := <-c[127]:
			fmt.Println(127, v)
		case v := <-c[128]:
			fmt.Println(128, v)
		case v := <-c[129]:
			fmt.Println(129, v)
		case v := <-c[130]:
			fmt.Println(130, v)
		case v := <-c[131]:
			fmt.Println(131, v)
		case v := <-c[132]:
			fmt.Println(132, v)
		case v := <-c[133]:
			fmt.Println(133, v)
		case v := <-c[134]:
			fmt.Println(134, v)
		case v := <-c[135]:
			fmt.Println(135, v)
		case v := <-c[136]:
			fmt.Println(136, v)
		case v := <-c[137]:
			fmt.Println(137, v)
		case v := <-c[138]:
			fmt.Println(138, v)
		case v := <-c[139]:
			fmt.Println(139, v)
		}
	}
}
